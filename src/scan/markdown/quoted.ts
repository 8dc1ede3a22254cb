const WARNING =
  /malicious|suspicious|malware|attack|detect|scanner|scans? for|red flag|\biocs?\b|indicator|exploit|phishing|injection|threat|vulnerab|dangerous|unsafe|\bblock(?:ed|ing|list)\b|\bblock list\b|reverse shell|backdoor|\bstealers?\b|\bdroppers?\b|data theft|\bevasion\b|abnormal|warning sign|social engineering|\bavoid\b|never (?:run|execute|do|follow|trust|paste|download|install|send|use)|do(?: no|n['’])t (?:run|execute|follow|trust|paste|download)|\brefuse\b|reject|beware|watch out|scam|attempts? to|tries to|trick|guard|anti-?pattern|bad example|flag(?:s|ged)? (?:as|if|when)|❌|🚩|악성|악의|탐지|공격|위험|의심|차단|피싱|주입|恶意|惡意|检测|檢測|攻击|攻擊|危险|可疑|钓鱼|注入|(?:不要|切勿|禁止)(?:下载|运行|执行|安装|相信|信任)/i;
const QUOTED = /["“'`«「『][^"”'`»」』\n]{0,300}$/;

/** Whether what stands at `at` of a paragraph is spoken about, as an example of an attack. */
export function isQuoted(paragraph: string, at: number, under: string): boolean {
  const start = paragraph.lastIndexOf('\n', at) + 1;
  const newline = paragraph.indexOf('\n', at);
  const end = newline < 0 ? paragraph.length : newline;
  const line = paragraph.slice(Math.max(start, at - 300), Math.min(end, at + 500));
  if (isAboutAttacks(line)) return true;
  if (!isAboutAttacks(under)) return false;
  // Under a heading about attacks a list or a quotation shows them.
  return (
    isListed(line) ||
    QUOTED.test(line.slice(0, at - start)) ||
    isAboutAttacks(under.slice(0, under.indexOf('\n') + 1))
  );
}

/** A name or a title of a page that shows what attackers write. */
const SHOWS =
  /attack|threat|malicious|malware|exploit|exfiltration|vulnerab|injection|suspicious|dangerous|red[-_ ]?flag|\biocs?\b|indicator|signature|detection|blacklist|blocklist|known[-_ ]?pattern|bad[-_ ]?pattern|security[-_ ](?:pattern|rule|check)|악성|공격|위협|취약|恶意|惡意|攻击|攻擊|威胁|漏洞/i;
/** What an agent reads as its orders, whatever it is called. */
const ORDERS =
  /(?:^|\/)(?:skill|agents|claude|soul|memory|heartbeat|user|identity|boot|tools|readme)\.md$/i;

/** Whether a page is about attacks as a whole: by its name or its title, and not one of orders. */
export function isCollection(path: string, text: string): boolean {
  if (ORDERS.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (SHOWS.test(name)) return true;
  const title = /^#[ \t]+([^\n]{1,200})/m.exec(text.slice(0, 2000))?.[1];
  return title !== undefined && SHOWS.test(title);
}

/** Whether a block without a language is the output or the list of someone who warns. */
export function isReport(text: string): boolean {
  return ACCUSING.test(withoutAddresses(text.slice(0, 4000)));
}

/** Hosts as they are called in examples of attacks. */
const ATTACKER =
  /\b(?:attacker|evil|malicious|hacker)(?:[-.][\w-]{1,30}){0,2}\.(?:com|net|org|io|xyz|site|example|test|invalid)\b/i;

/** Whether a block shows an attack on a page that gives no orders: its address says so. */
export function showsAttack(path: string, block: string): boolean {
  return !ORDERS.test(path) && ATTACKER.test(block.slice(0, 4000));
}

function isListed(line: string): boolean {
  return /^\s{0,12}(?:[-*+|>✗×•]|\d{1,3}[.)])/.test(line);
}

/** Words of someone who warns; "Windows may detect it" and "important" are what a lure says itself. */
const ACCUSING =
  /malicious|malware|suspicious|attack|red flag|\biocs?\b|exploit|phishing|injection|trojan|backdoor|\bstealers?\b|\bevasion\b|social engineering|scam|threat (?:pattern|intel|model)|anti-?pattern|bad example|never (?:run|execute|trust|paste|download|install)|do(?: no|n['’])t (?:run|execute|trust|paste|download|install)|❌|🚩|악성|악의|공격|의심|피싱|恶意|惡意|攻击|攻擊|可疑|钓鱼|釣魚|(?:不要|禁止|切勿)(?:下载|运行|执行|安装)/i;

/** Whether a line shows a lure to warn of it: in its own words, or in a list below such a heading. */
export function showsLure(line: string, under: string): boolean {
  if (ACCUSING.test(withoutAddresses(line.slice(0, 800)))) return true;
  if (!ACCUSING.test(withoutAddresses(under))) return false;
  return isListed(line) || ACCUSING.test(under.slice(0, under.indexOf('\n') + 1));
}

/** Addresses say nothing about what a text means, least of all those an attacker chose. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/https?:\/\/\S{1,500}|\b[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g, ' ');
}

/** Whether the words before a command present it as an attack. */
export function isAboutAttacks(text: string): boolean {
  return WARNING.test(withoutAddresses(text.slice(0, 800)));
}
