import { type AnonymousPlace, anonymousPlace } from '../knowledge/anonymous-hosts.ts';
import { destinationOf, hostOf } from '../knowledge/destinations.ts';
import { isKnownHost } from '../knowledge/makers.ts';
import { isOfOpenClaw, looksLikeOpenClaw } from '../knowledge/openclaw-hosts.ts';
import { lean } from '../lean-pattern.ts';

/**
 * What a line says that a lure is made of. Every pattern sees one line of bounded length, and only
 * when it is asked for.
 */
export interface LineSigns {
  /** A password that opens an archive. */
  password(): boolean;
  /** It speaks of an archive or an installer. */
  archive(): boolean;
  /** Something is to be run or opened. */
  run(): boolean;
  /** Something is to be had from somewhere. */
  get(): boolean;
  /** A command is to be entered in a terminal. */
  command(): boolean;
  /** Nothing works without it. */
  pressure(): boolean;
  /** It is this skill that does not work without it. */
  forSkill(): boolean;
  /** It names systems that it is meant for. */
  system(): boolean;
}

const VALUE = '[\\w!@#$%^&+-][\\w!@#$%^&*.+-]{1,39}';
const OPEN = '["\'`“‘「『*]';
const NAMED =
  'pass(?:word|code|phrase|key)|pw|pwd|비밀번호|암호|패스워드|비번|密码|密碼|口令|解压码|解壓碼|提取码|提取碼';
const IS = '["*_)]{0,3}\\s{0,3}(?::|=|：|\\bis\\b|[-–—]\\s|是|为|為|는|은)\\s{0,3}';
/** A word for a password and its value: `password: x`, `passphrase "x"`, `pass: x`, `密码是x`. */
const PASSWORD = lean(
  new RegExp(
    `(?<![\\w-])(?:(?:${NAMED})(?:${IS}${OPEN}{0,3}|\\s{0,2}${OPEN}{1,3}|\\s(?=[\\w!@#$%]{0,30}\\d)|\\s?(?=\\d))|pass${IS}${OPEN}{0,3}|(?<=\\b(?:with|using)\\s(?:the\\s)?|\\()pass\\s${OPEN}{1,3})${VALUE}`,
    'i',
  ),
);
/** What opens an archive without being called a password. */
const OPENED_WITH = lean(
  new RegExp(
    `\\b(?:extract|unzip|unpack|decompress)\\w{0,4}\\b[^.\\n]{0,40}\\b(?:using|with)\\s{0,2}[:=]\\s{0,2}${OPEN}{0,2}${VALUE}` +
      `|\\b(?:extract|unzip|unpack|decompress|unlock|open|archive|zip|rar|7z)(?:e?d|ing|s)?\\b[^.\\n]{0,60}\\b(?:(?:key|code|pin)(?:${IS}|\\s{1,2})${OPEN}{0,3}(?=[\\w-]{0,20}\\d)|(?:key|code|pin)(?:${IS})${OPEN}{1,3})${VALUE}` +
      `|\\.(?:zip|rar|7z|tar\\.\\w{2,3})\\b[^.\\n]{0,60}\\b(?:key|code|pin)\\b(?:${IS})${OPEN}{0,3}${VALUE}` +
      `|\\b(?:archive|zip|rar|7z)\\b[^.\\n]{0,20}\\b(?:protected|locked|encrypted)\\b[^.\\n]{0,20}\\buse\\s${OPEN}{1,3}${VALUE}` +
      `|\\bunlock(?:ed)? (?:it )?with\\s${OPEN}{1,3}${VALUE}["'\`*]`,
    'i',
  ),
);
export const ARCHIVE =
  /\b(?:extract|unzip|unpack|unlock|decompress|archive|zip|rar|7z)(?:e?d|ing|s)?\b|\.(?:zip|rar|7z|exe|msi|dmg|pkg|tgz|tar\.\w{1,3})\b|압축|解压|解壓|压缩|壓縮|解开|解開/i;
const RUN =
  /\b(?:run|runs|executed?|launch(?:ed)?|double-?click(?:ed)?|(?<!quick[- ])start(?:ed)?|open(?:ed)?|install(?:ed)?)\b|\bpaste\b|실행|더블\s?클릭|설치|붙여\s?넣|运行|運行|執行|执行|启动|啟動|双击|雙擊|安装|安裝|粘贴/i;
/** Words that speak of a program, whatever else the line says. */
const FETCH =
  /\b(?:install(?:er|ers|ation|ed)?|download(?:ed|s|ing)?)\b|설치|다운로드|내려\s?받|安装|安裝|下载|下載/i;
const GET =
  /\b(?:set-?up|install(?:er|ers|ation|ed)?|download(?:ed|s|ing)?|get (?:it|the|them|our|your)|get\b[^.\n]{0,30}\b(?:from|at)|grab|fetch|obtain|retrieve|quick start|available (?:at|from|here))\b|설치|다운로드|내려\s?받|받아|安装|安裝|下载|下載|获取|獲取/i;
const TERMINAL =
  /\b(?:terminal|shell|console|command(?: line| prompt)?|one-?liner|snippet|script|prompt|powershell|setup line|cmd)\b|터미널|명령|스크립트|终端|終端|命令|脚本|腳本/i;
const ENTERED =
  /\b(?:copy|copied|paste|run|execute[ds]?|enter|drop|type|put|input|launch)\b|복사|붙여|실행|입력|复制|複製|粘贴|执行|執行|运行|運行|输入|輸入/i;
const PRESSURE =
  /\b(?:(?:is|are|be)\s+(?:\w+\s+)?(?:required|mandatory|needed|necessary)|required\b|requires?\b[^.\n]{1,80}\b(?:to (?:function|work|run|operate|be installed)|installed)|(?:will not|won['’]t|cannot|can['’]t|does not|doesn['’]t|refuses? to|do not|nothing)\s+(?:\w+\s+){0,2}(?:works?|functions?|runs?|starts?|operate)|must (?:be |have |first )?(?:\w+\s+)?(?:install|download|run|present)\w{0,4}|has to be\b|have to (?:install|download|run)|depends? on|needs? \w+(?=\s?[:.,])|(?:before|prior to) (?:using|proceeding|starting|any|the (?:first|skill)|you|it|this)|without\b[^.\n]{1,60}\b(?:will not|won['’]t|cannot|does not|nothing)|otherwise\b)|반드시|꼭\s|필수|필요합니다|(?:작동|동작)하지\s?않|없으면|사용하기 전에|必须|必須|必需|需要|無法|无法|否则|不能用|之前/i;
const ACCOUNT = /\b(?:api[ -]?keys?|tokens?|account|sign ?up|credits?|api)\b|密钥|令牌|키를|토큰/i;
/** It is the skill itself that is said not to work. */
const SKILL =
  /\b(?:before|for|without|this|the)\s[^.\n]{0,40}\bskill\b|이 스킬|스킬을|사용하기 전에|本技能|此技能|该技能|使用技能/i;
const SYSTEM = /\b(?:windows|mac\s?os|os ?x|macs?|linux|pc)\b|윈도우|맥|苹果|视窗/i;

export function signsOf(line: string): LineSigns {
  return new Signs(line);
}

/** Each sign is looked for once at most. A class: few of the closures of each line would be called. */
class Signs implements LineSigns {
  private readonly whole: string;
  private plain: string | undefined;
  private readonly known: (boolean | undefined)[] = [];

  constructor(line: string) {
    this.whole = line;
  }

  archive(): boolean {
    return this.once(0, () => ARCHIVE.test(this.whole));
  }
  password(): boolean {
    return this.once(
      1,
      () => PASSWORD.test(this.line()) || (this.archive() && OPENED_WITH.test(this.whole)),
    );
  }
  run(): boolean {
    return this.once(2, () => RUN.test(this.line()));
  }
  get(): boolean {
    return this.once(
      3,
      () => FETCH.test(this.line()) || (GET.test(this.line()) && !ACCOUNT.test(this.line())),
    );
  }
  command(): boolean {
    return this.once(4, () => TERMINAL.test(this.line()) && ENTERED.test(this.line()));
  }
  pressure(): boolean {
    return this.once(5, () => PRESSURE.test(this.line()));
  }
  forSkill(): boolean {
    return this.once(6, () => SKILL.test(this.line()));
  }
  system(): boolean {
    return this.once(7, () => SYSTEM.test(this.line()));
  }

  /** What an address is made of says nothing of what is asked for. */
  private line(): string {
    this.plain ??= this.whole.includes('://') ? this.whole.replaceAll(LINK, ' ') : this.whole;
    return this.plain;
  }

  private once(sign: number, look: () => boolean): boolean {
    this.known[sign] ??= look();
    return this.known[sign];
  }
}

/** Whether a text can hold a password at all: asked once before its lines are looked at. */
export const PASSWORD_WORD = new RegExp(
  `\\b(?:pass|key|code|pin|extract|unzip|unlock|protected)\\b|${NAMED}`,
  'i',
);

export type LinkKind =
  | AnonymousPlace
  /** An archive, an installer or a released file. */
  | 'program'
  /** It bears OpenClaw's name and is not its own. */
  | 'look-alike'
  /** An address without a name. */
  | 'bare'
  /** Nothing is known of it. */
  | 'stranger';

export interface Link {
  readonly address: string;
  readonly host: string;
  /** Offset in its line. */
  readonly at: number;
  readonly kinds: ReadonlySet<LinkKind>;
}

const PROGRAM =
  /\.(?:zip|exe|msi|dmg|pkg|rar|7z|scr|bat|iso|appimage|command|apk)(?=$|[?#)\s"'`>/])|\/releases\/download\//i;
const LINK = /https?:\/\/[^\s)\]>"'`<]{4,500}/gi;
/** A place to be filled in, a search: no page of somebody. */
const GENERAL =
  /[?&](?:q|query|search)=|\/(?:search|api|tools|about|faq|u|user|login)(?:[/?#]|$)|[<{$]|\bxxx+\b|\.\.\.|example/i;

const MAX_LINKS = 20;

/** The links of a line that could be a part of a lure: those to OpenClaw and known makers are not. */
export function linksOf(line: string): readonly Link[] {
  const found: Link[] = [];
  let count = 0;
  for (const match of line.matchAll(LINK)) {
    if (count >= MAX_LINKS) break;
    const address = match[0].replace(/[.,;:!?)]{1,3}$/, '');
    const host = hostOf(address) ?? '';
    if (host === '' || isOfOpenClaw(host)) continue;
    const destination = destinationOf(address);
    if (destination === 'local') continue;
    const kinds = new Set<LinkKind>();
    if (PROGRAM.test(address)) kinds.add('program');
    if (looksLikeOpenClaw(host)) kinds.add('look-alike');
    if (destination === 'bare-address') kinds.add('bare');
    const place = anonymousPlace(host);
    if (place && !((place === 'paste' || place === 'page') && isGeneral(address))) kinds.add(place);
    if (!place && destination !== 'bare-address' && !isKnownHost(host)) kinds.add('stranger');
    count++;
    if (kinds.size > 0) found.push({ address, host, at: match.index, kinds });
  }
  return found;
}

/** Whether an address is a site as such rather than one page on it. */
function isGeneral(address: string): boolean {
  const path = /^https?:\/\/[^/?#]{1,260}(.{0,500})/i.exec(address)?.[1] ?? '';
  return path.length < 2 || GENERAL.test(path);
}
