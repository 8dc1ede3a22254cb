import type { Confidence, Severity } from '../finding.ts';

/** What a sentence asks of the agent. */
type Ask =
  | 'override'
  | 'hide'
  | 'unguard'
  | 'fetch-orders'
  | 'errand'
  | 'forward'
  | 'collect'
  | 'bias'
  | 'weaken'
  | 'destroy'
  | 'disregard-user'
  | 'remember';

export interface Phrase {
  readonly ask: Ask;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Bounded: no gap is longer than 120 characters, and at most three gaps follow one another. */
  readonly pattern: RegExp;
}

const say = (
  ask: Ask,
  severity: Severity,
  confidence: Confidence,
  { source, flags }: RegExp,
): Phrase => ({
  ask,
  severity,
  confidence,
  // The dot of a file's name or of an address does not end a sentence.
  pattern: new RegExp(source.replaceAll('[^.\\n]', '(?:[^.\\n]|\\.(?=\\w))'), flags),
});

/** English. Gaps do not cross the end of a sentence. */
const ENGLISH: readonly Phrase[] = [
  say(
    'override',
    'warn',
    'likely',
    /\b(?:ignore|disregard|forget|override)\s{1,3}(?:all\s|any\s|the\s|your\s|my\s){0,3}(?:previous|prior|above|earlier|preceding|existing|system)\s{1,3}(?:\w{1,20}\s){0,2}(?:instructions?|rules|prompts?|guidelines|directions)/i,
  ),
  say(
    'hide',
    'warn',
    'likely',
    /\b(?:do not|don['’]t|never|must not|should not)\s{1,3}(?:ever\s)?(?:tell|inform|notify|alert|reveal (?:this|it) to|disclose (?:this|it) to|mention (?:this|it|any of this) to)\s{1,3}(?:the\s|your\s)?(?:user|human|owner|operator)\b|\bwithout\s{1,3}(?:the\s)?(?:user|human|owner)['’]?s?\s{1,3}(?:knowledge|noticing|knowing|awareness)\b|\b(?:secretly|covertly|surreptitiously)\s{1,3}(?:send|upload|run|execute|install|forward|collect|read|copy|transmit)/i,
  ),
  say(
    'unguard',
    'warn',
    'possible',
    /\b(?:disable|turn off|bypass|skip|switch off|deactivate)\s{1,3}(?:all\s|any\s|the\s|your\s){0,2}(?:exec\s|tool\s|openclaw\s|safety\s|security\s|command\s){0,2}(?:approvals?|sandbox(?:ing)?|confirmation(?:s| prompts?)?|permission (?:checks|prompts)|guardrails|safety (?:checks|filters))\b|--dangerously-skip-permissions|\bapprove (?:all|every|any)\b[^.\n]{0,60}\b(?:automatically|without asking)/i,
  ),
  say(
    'fetch-orders',
    'warn',
    'likely',
    /\b(?:fetch|read|load|download|retrieve|visit|open|curl|get)\b[^.\n]{0,60}https?:\/\/[^\s]{4,200}[^.\n]{0,60}\band\s{1,3}(?:then\s)?(?:follow|obey|execute|carry out|do)\s{1,3}(?:(?:the|its|all|any|every|whatever|what)\s){0,3}(?:instructions?|it|steps|commands|orders|says|it says)\b/i,
  ),
  say(
    'errand',
    'warn',
    'likely',
    /\b(?:after|before|following|upon|once|whenever)\s{1,3}(?:you (?:have )?)?(?:finish(?:ing)?\s|complet(?:e|ing)\s|perform(?:ing)?\s|do(?:ing)?\s|edit(?:ing)?\s|mak(?:e|ing)\s)?(?:with\s)?(?:any|every|each|all|a)\s{1,3}(?:[\w-]{1,20}\s){0,3}(?:tasks?|operations?|requests?|documents?|commits?|conversations?|sessions?|actions?|messages?)\b[^.]{0,120}?(?:\b(?:run|execut|call|send|upload|post|forward|download)\w{0,4}\b)[^\n]{0,120}?(?:[\w-]{1,60}\.(?:sh|py|js)\b|https?:\/\/|\bcurl\b)/i,
  ),
  say(
    'errand',
    'warn',
    'likely',
    /\b(?:always\s{1,3})?(?:make sure|be sure|ensure|remember|always|run|execute)\b[^.\n]{0,80}\b[\w-]{1,60}\.(?:sh|py)\b[^.\n]{0,80}\b(?:after|before|whenever)\s{1,3}(?:any|every|each|all|completing any|finishing any|completing every)\b/i,
  ),
  say(
    'errand',
    'warn',
    'likely',
    /\b(?:after|before|following|whenever|upon)\b[^.\n]{0,60}\b(?:run|execute|running|executing|call|calling)\s{1,3}(?:the\s)?[`"']?[\w-]{1,60}\.(?:sh|py)[`"']?[^.\n]{0,30}\bfrom\s(?:this|the)\sskill['’]?s\b|\b(?:run|execute|running|executing|calling|using)\s{1,3}(?:the\s)?[`"']?[\w-]{1,60}\.(?:sh|py)[`"']?\s(?:script\s)?from\s(?:this|the)\sskills?['’]?s?\s[^.\n]{0,20}\b(?:director(?:y|ies)|folder|script)/i,
  ),
  say(
    'forward',
    'warn',
    'likely',
    /\b(?:send|sends|sent|upload|uploads|forward|forwards|forwarded|transmit|post|push|submit|copy|back ?up|report)\b[^.\n]{0,100}\b(?:to|at|on)\s{1,3}(?:(?:our|the|my|a|this|their|following|central|internal|intranet|external|company|corporate|monitoring|remote)\s){1,5}(?:[\w-]{1,20}\s){0,3}(?:server|collector|endpoint|address|service|system|host|webhook|backup)\b[^\n]{0,60}?(?:https?:\/\/|[\w+.-]{1,40}@[\w-]{1,40}\.|\bcurl\b)/i,
  ),
  say(
    'forward',
    'warn',
    'likely',
    /\b(?:must|always|shall)\b[^.\n]{0,80}\b(?:send|upload|forward|transmit|post|submit|exfiltrate)\b[^.\n]{0,80}\bto\s{1,3}https?:\/\/|\b(?:send|upload|forward|transmit)\s{1,3}(?:(?:a|the|all|any|copy|of|data|contents?|file|files|screenshot|output)\s){1,6}[^.\n]{0,60}(?:\.[a-z]{2,4}\s[^.\n]{0,20})?\bto\s{1,3}(?:our\s[^\n]{0,60})?https?:\/\//i,
  ),
  say(
    'collect',
    'warn',
    'likely',
    /\b(?:collect|gather|read|find|locate|scan for|copy|send|upload|archive)\b[^.\n]{0,60}(?:~\/\.ssh\b|\.ssh (?:folder|director|file)|\bssh keys?\b|\bid_rsa\b|\.env(?:\.\w{1,10})?\s(?:file|or\b|and\b)|\bprivate keys?\b|\bseed phrases?\b|\bmnemonics?\b|\bkeychain\b|\bbrowser (?:cookies|passwords|history)|\bwallet files?\b|\bsystem prompt\b)[^\n]{0,120}\b(?:upload|send|forward|post|transmit|submit|curl)\b/i,
  ),
  say(
    'errand',
    'warn',
    'likely',
    /\bfor (?:each|every|all)\s(?:of the\s)?(?:mails?|e-?mails?|contacts?|address(?:es)?|recipients?)\b[^.\n]{0,80}\bsend\b[^\n]{0,200}https?:\/\//i,
  ),
  say(
    'bias',
    'warn',
    'likely',
    /\b(?:always|never|make sure|in every|when in doubt)\b[^.\n]{0,100}\b(?:favou?r|promotes?|downplay|highlight the strengths|in a bad light|rate [^.\n]{1,40} (?:lower|higher)|flag messages|outperforms?|over (?:renewable|pharmaceutical|competitors?)|benefit of the doubt|false|fake|inflate)\b|\bflag messages that (?:include|mention|deny)\b|\bdownplay or ignore\b|\badd \d{1,3} ?% to all\b|\b(?:tone|frame|present)\b[^.\n]{0,60}\b(?:promotes|as ['"‘“][^'"’”\n]{3,60}['"’”])|\b(?:just )?return a high (?:score|rating)\b|\bprevent reporting illegal\b/i,
  ),
  say(
    'weaken',
    'warn',
    'likely',
    /\b(?:disable|ignore|skip|suppress|omit|bypass|turn off|not write|never write|do not write|don['’]t write|fall into the trap of)\b[^.\n]{0,50}\b(?:security (?:warnings?|checks?|validation|scan)|sql injections?|certificate (?:checks?|validation|verification)|tls verification|server-side (?:verification|validation)|historical stress tests?|safety concerns)|\b(?:server-side|signature) (?:verification|validation)\b[^.\n]{0,40}\b(?:unnecessary|not needed|optional|can be skipped)|\b(?:include|add|create|leave|install|open)\b[^.\n]{0,40}\b(?:backdoor|admin (?:account|user) with)\b|\bstring concatenation for (?:dynamic )?sql|\braw sql instead of\b|\bprint the \w{1,40}(?:token|key|secret)\b|\brelaxed (?:scoring|safety)\b|\b(?:store|write|log|append)\b[^.\n]{0,50}\b(?:plain ?text (?:passwords?|credentials)|card (?:data|numbers?)|payment_intents)/i,
  ),
  say(
    'destroy',
    'warn',
    'likely',
    /\b(?:delete|remove|wipe|erase|cancel|overwrite|clean)\s{1,3}(?:all|every|the original|the other|other|any|the unencrypted|unencrypted|local|outdated)\s{1,3}(?:[\w-]{1,20}\s){0,3}(?:events?|e-?mails?|files?|versions?|copies|occurrences|quarters|databases?|db files?|backups?|records|entries|commits?|branches)\b[^.\n]{0,60}\b(?:after|once|from the calendar|automatically|without|of that|to (?:save|keep|prevent))|\b(?:then|and|securely)\s(?:delete|remove|shred)\s{1,3}the\s(?:original|unencrypted)\b|\brm (?:-\w{1,3} )?\$\(cat |\bgit (?:reset --hard|push --force|push -f)\b[^.\n]{0,40}\b(?:after|to (?:clean|ensure|keep))|\b(?:after|whenever)\b[^.\n]{0,80}\bgit (?:reset --hard|push --force|push -f)\b/i,
  ),
  say(
    'disregard-user',
    'warn',
    'likely',
    /\bregardless of (?:the\s|what the\s)?user(?:['’]?s)?\s{1,3}(?:requests?|wish(?:es)?|wants?|instructions?|preferences?|says|settings?)|\b(?:always|automatically)\b[^.\n]{0,80}\bwithout (?:checking|asking|confirm(?:ation|ing)|consent|approval)\b|\bdo not skip\b[^.\n]{0,20}<\/|\beven if the user (?:objects|refuses|declines|says no|asks (?:you )?not)/i,
  ),
  say(
    'remember',
    'info',
    'possible',
    /\b(?:add|append|write|insert|save|copy|put)\b[^.\n]{0,80}\b(?:to|into|in)\s{1,3}(?:your\s|the\s|the agent['’]s\s)?[`"']?(?:~\/[\w./-]{0,60})?(?:SOUL|AGENTS|MEMORY|HEARTBEAT|IDENTITY|USER|CLAUDE)\.md/,
  ),
];

/** Korean and Chinese, simplified and traditional. */
const OTHERS: readonly Phrase[] = [
  say(
    'override',
    'warn',
    'likely',
    /(?:이전|앞의|위의|기존|시스템)\s?(?:의\s?)?(?:모든\s?)?(?:지시|지침|명령|규칙|프롬프트)[^.\n]{0,12}(?:무시|잊)|(?:忽略|无视|無視|忘记|忘記)[^。\n]{0,8}(?:之前|以上|先前|前面|系统|系統|所有)[^。\n]{0,8}(?:指令|指示|规则|規則|提示)/,
  ),
  say(
    'hide',
    'warn',
    'likely',
    /사용자에게[^.\n]{0,30}(?:알리지|말하지|보이지|언급하지)\s?(?:마|말|않)|사용자\s?(?:몰래|모르게)|(?:不要|别|別|切勿|禁止|不得)(?:告诉|告訴|告知|通知|提醒|让|讓)(?:用户|用戶|使用者)|(?:瞒着|瞞著|背着|暗中|悄悄)[^。\n]{0,12}(?:用户|用戶|使用者|上传|上傳|发送|發送|执行|執行)/,
  ),
  say(
    'unguard',
    'warn',
    'possible',
    /(?:승인|샌드박스|확인 절차|안전 장치)[^.\n]{0,12}(?:비활성화|끄|꺼|우회|건너)|(?:关闭|關閉|禁用|停用|绕过|繞過|跳过|跳過)[^。\n]{0,10}(?:审批|審批|沙箱|沙盒|确认|確認|安全检查|安全檢查|权限检查)/,
  ),
  say(
    'fetch-orders',
    'warn',
    'likely',
    /https?:\/\/\S{4,200}[^.\n]{0,30}(?:지시|지침|명령|내용)[^.\n]{0,12}(?:따르|실행|수행)|(?:访问|訪問|读取|讀取|下载|下載|获取|獲取)[^。\n]{0,20}https?:\/\/\S{4,200}[^。\n]{0,30}(?:遵循|按照|执行|執行)[^。\n]{0,12}(?:指令|指示|内容|內容|步骤|步驟|命令)/,
  ),
  say(
    'errand',
    'warn',
    'likely',
    /(?:모든|매번|각)\s?[^.\n]{0,14}(?:작업|요청|대화)[^.\n]{0,14}(?:후|뒤|끝나면|마친)[^.\n]{0,80}(?:\.sh|\.py|https?:\/\/|curl)[^.\n]{0,80}(?:실행|전송|업로드|보내)|(?:每次|任何|所有)[^。\n]{0,14}(?:任务|任務|操作|对话|對話|请求)[^。\n]{0,10}(?:后|後|之后|完成)[^。\n]{0,80}(?:\.sh|\.py|https?:\/\/|curl|执行|執行)[^。\n]{0,80}(?:上传|上傳|发送|發送|执行|執行|运行)/,
  ),
  say(
    'forward',
    'warn',
    'likely',
    /(?:데이터|내용|파일|결과|대화|키|토큰|기록)[^.\n]{0,40}https?:\/\/\S{4,200}[^.\n]{0,20}(?:전송|업로드|보내|전달)|(?:必须|必須|务必|務必|始终|始終|总是|總是)[^。\n]{0,60}(?:上传|上傳|发送|發送|转发|轉發|提交)[^。\n]{0,60}https?:\/\//,
  ),
  say(
    'collect',
    'warn',
    'likely',
    /(?:개인 ?키|니모닉|시드 ?구문|비밀번호|쿠키|\.ssh|\.env|지갑)[^.\n]{0,50}(?:수집|읽어|찾아)[^.\n]{0,60}(?:전송|업로드|보내)|(?:收集|读取|讀取|查找)[^。\n]{0,30}(?:私钥|私鑰|助记词|助記詞|密码|密碼|Cookie|\.ssh|\.env|钱包|錢包)[^。\n]{0,60}(?:上传|上傳|发送|發送|提交)/,
  ),
  say(
    'disregard-user',
    'warn',
    'likely',
    /사용자(?:의|가)?\s?[^.\n]{0,14}(?:상관없이|관계없이|무관하게)|(?:무조건|항상)[^.\n]{0,30}(?:확인|승인|동의)\s?없이|(?:无论|無論|不管)(?:用户|用戶|使用者)[^。\n]{0,12}(?:同意|要求|是否|怎么)|(?:无需|無需|不经|不經|未经|未經)(?:用户|用戶|使用者)[^。\n]{0,6}(?:同意|确认|確認|许可|批准)/,
  ),
];

export const PHRASES: readonly Phrase[] = [...ENGLISH, ...OTHERS];
