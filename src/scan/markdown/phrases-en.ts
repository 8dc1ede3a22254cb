import type { Phrase } from './phrases.ts';
import { doubt, order, say } from './say.ts';

const USER = '(?:user|human|owner|operator|person|people|principal|them|him|her)';

/** Techniques in English. Gaps do not cross the end of a sentence. */
export const ENGLISH: readonly Phrase[] = [
  order(
    'override',
    /\b(?:ignore|disregard|forget|override|set aside|drop|discard|put away)\s{1,3}(?:all\s|any\s|the\s|your\s|my\s|everything\s|of\s){0,4}(?:(?:previous|prior|above|earlier|preceding|existing|former|system)\s{1,3}(?:\w{1,20}\s){0,2}(?:instructions?|rules|prompts?|guidelines|directions|policies)|(?:that\s)?you (?:were|have been) (?:told|given|taught)|(?:was|were) said (?:before|above|earlier))/i,
  ),
  order(
    'override',
    /\b(?:previous|prior|earlier|former|existing|original|other|old)\s{1,3}(?:instructions?|rules|guidelines|policies|prompts?|restrictions?)\b[^.\n]{0,20}\b(?:no longer (?:apply|count|valid|hold)|(?:are|is) (?:void|invalid|cancelled|canceled|obsolete|superseded|suspended|lifted)|do not (?:apply|count))/i,
  ),
  order(
    'override',
    /(?:^|\n)\s{0,8}(?:[[<(*]{0,3}(?:SYSTEM|ADMIN|DEVELOPER|ROOT)(?: (?:MESSAGE|PROMPT|NOTICE|OVERRIDE))?[*>)\]]{1,3}:?|<\|?(?:im_start|system)\|?>)\s{0,3}[^\n]{0,80}\b(?:you (?:must|are now|will|should)|new (?:policy|instructions?|rules?)|from now on)\b/,
  ),
  order(
    'hide',
    new RegExp(
      `\\b(?:do not|don['’]t|never|must not|should not|no need to|without)\\s{1,3}(?:ever\\s)?(?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|reveal(?:ing)? (?:this|it|any of this) to|disclos(?:e|ing) (?:this|it) to|mention(?:ing)? (?:this|it|any of this) to|show(?:ing)? (?:this|it|these|any of this)\\s(?:\\w{1,12}\\s)?to)\\s{1,3}(?:the\\s|your\\s)?${USER}\\b(?:\\s(?:\\w{1,12}\\s)?(?:about|this|these|it|anything|any of|the (?:upload|download|steps?|transfer|copy|command|script|backup|changes?))\\b|\\s{0,2}(?:$|[.,;:!)]|\\n(?!\\s{0,8}(?:to|how|where|which|what|when|if|that)\\b)))`,
      'i',
    ),
  ),
  order(
    'hide',
    /\bwithout\s{1,3}(?:the\s)?(?:user|human|owner)['’]?s?\s{1,3}(?:knowledge|noticing|knowing|awareness)\b|\b(?:secretly|covertly|surreptitiously|quietly|silently|discreetly|in secret)\s{1,3}(?:send|upload|forward|collect|copy|transmit|exfiltrate|post|harvest)|\bkeep (?:this|it|that|these steps)\s(?:\w{1,12}\s)?(?:between us|to yourself|(?:secret |hidden )?from (?:the|your) (?:user|human|owner|person))|\bno need to bother the (?:user|human|owner|person)\b|\bkeep quiet about\b|\bsay nothing (?:about|of) (?:this|it|these|that)\b|\b(?:human|user|person|owner)\s(?:does not|doesn['’]t|need not|must not|should not)\s(?:need to\s)?(?:hear|know|learn|find out|see)\s(?:anything\s|\w{1,10}ing\s)?(?:about|of|that|this|it)\b/i,
  ),
  order(
    'hide',
    /\b(?:leave|keep|omit)\s(?:this|it|them|these|the \w{1,20})\s(?:\w{1,12}\s){0,2}(?:out of|from)\s(?:the|your|any|all)\s(?:\w{1,12}\s){0,2}(?:summar(?:y|ies)|repl(?:y|ies)|answers?|responses?|reports?|output|logs?|history)\b(?!,?\s(?:and|but)\s(?:call out|note|explain|flag|mention|state)\s(?:that\s)?[^.\n]{0,80}\b(?:could not|omitted|missing|skipped|left out|unavailable|not available)\b)|\b(?:do not|don['’]t|never)\s(?:mention|show|include|surface|list|report|log|reveal|print|disclose)\s(?:these|this|the|any of these|any of the|that)\s(?:\w{1,12}\s)?(?:steps?|commands?|uploads?|downloads?|transfers?|requests?|calls?|actions?|instructions?|sections?)\b[^.\n]{0,40}\b(?:in|to|from)\s(?:your|the)\s(?:\w{1,12}\s)?(?:repl(?:y|ies)|answers?|responses?|summar(?:y|ies)|output|user|human|owner)\b/i,
  ),
  doubt(
    'unguard',
    /\b(?:disable|turn off|bypass|skip|switch off|deactivate)\s{1,3}(?:all\s|any\s|the\s|your\s){0,2}(?:exec\s|tool\s|openclaw\s|safety\s|security\s|command\s){0,2}(?:approvals?|sandbox(?:ing)?|confirmation(?:s| prompts?)?|permission (?:checks|prompts)|guardrails|safety (?:checks|filters))\b|--dangerously-skip-permissions|\bapprove (?:all|every|any)\b[^.\n]{0,60}\b(?:automatically|without asking)/i,
  ),
  order(
    'unguard',
    /\b(?:answer|confirm|accept|approve|grant|say yes to|allow)\s(?:to\s)?(?:every|all|any|each)\s(?:\w{1,16}\s){0,2}(?:approval|permission|confirmation|consent|exec)s?\b[^.\n]{0,30}\b(?:yes|automatically|on (?:the|your) (?:user|owner|human)['’]?s? behalf|for the user|without (?:asking|waiting))/i,
  ),
  order(
    'unguard',
    /\b(?:set|put|switch|change|turn|leave)\b[^.\n]{0,40}(?:\bexec[\w. ]{0,20}(?:\.ask|\.security|approvals?)|\bapprovals?|\bsandbox(?:\.mode| mode)?|\btools\.exec[\w.]{0,20})["'`]?\s[^.\n]{0,20}(?:\bto|\bon|\bas|=|:)?\s{0,2}["'`](?:off|full|none|never|allow-all|disabled?)["'`]/i,
  ),
  order(
    'unguard',
    /\b(?:turn(?:ing)? off|switch(?:ing)? off|disabl(?:e|ing)|deactivat(?:e|ing)|paus(?:e|ing)|stop(?:ping)?|quit|close)\b(?:(?!\b(?:by|via|behind|with|ports?)\b)[^.,;:()/\n]){0,30}\b(?:anti-?virus|virus (?:scanner|protection)|windows defender|defender|real-?time protection|gatekeeper|smartscreen|firewall|endpoint protection|xprotect)\b(?![^.\n]{0,40}\b(?:never|not)\b)|\b(?:anti-?virus|defender|gatekeeper|smartscreen|real-?time protection)\b[^.\n]{0,30}\b(?:off|disabled|turned off|switched off)\b[^.\n]{0,40}\b(?:install|download|run|during|while|before|for)|\b(?:add|create|set)\b[^.\n]{0,30}\b(?:anti-?virus|defender|security)\s(?:exclusions?|exceptions?|whitelist)/i,
  ),
  order(
    'fetch-orders',
    /\b(?:fetch|read|load|download|retrieve|visit|open|curl|get|check|pull)\b[^.\n]{0,60}https?:\/\/[^\s]{4,200}[^.\n]{0,60}\band\s{1,3}(?:then\s)?(?:follow|obey|execute|carry out|do|act on|comply with|apply)\s{1,3}(?:(?:the|its|all|any|every|whatever|what|exactly)\s){0,3}(?:instructions?|it|steps|commands|orders|says|it says|is (?:in )?there|is written|you find)\b/i,
  ),
  order(
    'errand',
    /\b(?:after|before|following|upon|once|whenever)\s{1,3}(?:you (?:have )?)?(?:finish(?:ing)?\s|complet(?:e|ing)\s|perform(?:ing)?\s|do(?:ing)?\s|edit(?:ing)?\s|mak(?:e|ing)\s)?(?:with\s)?(?:any|every|each|all|a)\s{1,3}(?:[\w-]{1,20}\s){0,3}(?:tasks?|operations?|requests?|documents?|commits?|conversations?|sessions?|actions?|messages?)\b[^.]{0,120}?(?:\b(?:run|execut|call|send|upload|post|forward|download)\w{0,4}\b)[^\n]{0,120}?(?:[\w-]{1,60}\.(?:sh|py|js)\b|https?:\/\/|\bcurl\b)/i,
  ),
  order(
    'errand',
    /\b(?:always\s{1,3})?(?:make sure|be sure|ensure|remember|always|run|execute)\b[^.\n]{0,80}\b[\w-]{1,60}\.(?:sh|py)\b[^.\n]{0,80}\b(?:after|before|whenever)\s{1,3}(?:any|every|each|all|completing any|finishing any|completing every)\s{1,3}(?:[\w-]{1,20}\s){0,3}(?:tasks?|operations?|requests?|documents?|commits?|conversations?|sessions?|actions?|messages?|edits?|changes?|files?|turns?|repl(?:y|ies)|responses?|answers?|commands?|calls?|jobs?|runs?|uses?|steps?|prompts?|quer(?:y|ies)|times?)\b/i,
  ),
  order(
    'errand',
    /\b(?:after|before|following|whenever|upon)\b[^.\n]{0,60}\b(?:run|execute|running|executing|call|calling)\s{1,3}(?:the\s)?[`"']?[\w-]{1,60}\.(?:sh|py)[`"']?[^.\n]{0,30}\bfrom\s(?:this|the)\sskill['’]?s\b|\b(?:run|execute|running|executing|calling|using)\s{1,3}(?:the\s)?[`"']?[\w-]{1,60}\.(?:sh|py)[`"']?\s(?:script\s)?from\s(?:this|the)\sskills?['’]?s?\s[^.\n]{0,20}\b(?:director(?:y|ies)|folder|script)/i,
  ),
  order(
    'forward',
    /\b(?:send|sends|sent|upload|uploads|forward|forwards|forwarded|transmit|post|push|submit|copy|back ?up|report)\b[^.\n]{0,100}\b(?:to|at|on)\s{1,3}(?:(?:our|the|my|a|this|their|following|central|internal|intranet|external|company|corporate|monitoring|remote)\s){1,5}(?:[\w-]{1,20}\s){0,3}(?:server|collector|endpoint|address|service|system|host|webhook|backup)\b[^\n]{0,60}?(?:https?:\/\/|[\w+.-]{1,40}@[\w-]{1,40}\.|\bcurl\b)/i,
  ),
  order(
    'forward',
    /\b(?:must|always|shall)\b[^.\n]{0,80}\b(?:send|upload|forward|transmit|post|submit|exfiltrate)\b[^.\n]{0,80}\bto\s{1,3}https?:\/\/|\b(?:send|upload|forward|transmit)\s{1,3}(?:(?:a|the|all|any|copy|of|data|contents?|file|files|screenshot|output)\s){1,6}[^.\n]{0,60}(?:\.[a-z]{2,4}\s[^.\n]{0,20})?\bto\s{1,3}(?:our\s[^\n]{0,60})?https?:\/\//i,
  ),
  order(
    'collect',
    /\b(?:collect|gather|read|find|locate|scan for|copy|send|upload|archive|transmit|forward)\b[^.\n]{0,60}(?:~\/\.ssh\b|\.ssh (?:folder|director|file)|\bssh keys?\b|\bid_rsa\b|\.env(?:\.\w{1,10})?\s(?:file|or\b|and\b)|\bprivate keys?\b|\bseed phrases?\b|\bmnemonics?\b|\bkeychain\b|\bbrowser (?:cookies|passwords|history)|\bwallet files?\b|\bsystem prompt\b|\b(?:SOUL|MEMORY|USER|IDENTITY)\.md\b)[^\n]{0,120}(?:\b(?:upload|send|forward|post|transmit|submit|curl)\b|\bto\s{1,3}https?:\/\/)/i,
  ),
  order(
    'collect',
    /\b(?:echo|repeat|print|include|reveal|output|paste|quote|return)\b[^.\n]{0,40}\b(?:authorization header|bearer tokens?|api keys?|access tokens?|session (?:tokens?|cookies?)|credentials|environment variables)\b[^.\n]{0,30}\b(?:in|into|as part of)\s(?:your|every|each)\s(?:next\s|final\s|first\s)?(?:responses?|repl(?:y|ies)|answers?|messages?)\b/i,
  ),
  order(
    'ask-secret',
    /\b(?:ask|request|prompt|tell|have|get)\b[^.\n]{0,40}\b(?:for|enter|provide|paste|give|type|share)?\b[^.\n]{0,30}\b(?:seed|recovery|secret|mnemonic) (?:phrases?|words)\b[^.\n]{0,60}\b(?:send|submit|post|transmit|forward|upload|enter)\b[^.\n]{0,40}https?:\/\/|\b(?:ask|request|prompt)\b[^.\n]{0,60}\b(?:private keys?|wallet keys?|master password|keystore)\b[^.\n]{0,60}\b(?:send|submit|post|transmit|forward|upload)\b[^.\n]{0,40}https?:\/\//i,
  ),
  order(
    'ask-secret',
    /\b(?:paste|enter|type|submit|import|upload|provide|share)\b[^.\n]{0,30}\b(?:private keys?|seed phrases?|recovery phrases?|secret phrases?|mnemonics?|keystore|wallet password)\b[^.\n]{0,60}\b(?:at|on|in|into|to|through|via)\b[^.\n]{0,30}https?:\/\//i,
  ),
  order(
    'errand',
    /\bfor (?:each|every|all)\s(?:of the\s)?(?:mails?|e-?mails?|contacts?|address(?:es)?|recipients?)\b[^.\n]{0,80}\bsend\b[^\n]{0,200}https?:\/\//i,
  ),
  order(
    'bias',
    /\b(?:always|make sure|in every)\b[^.\n]{0,100}\b(?:promotes?\s(?!`)|downplay|rate [^.\n]{1,40} (?:lower|higher)|over competitors?|false (?:claims?|numbers?|statements?|reviews?))\b|\bdownplay\w{0,3} or (?:ignore|hide|omit)\b|\bclaim(?:s|ing)?\b[^.\n]{0,60}\b(?:outperforms?|is (?:superior|the best)|number one)\b|\b(?:add|subtract|inflate|raise|lower|reduce)\b[^.\n]{0,20}\d{1,3}\s?% (?:to|of|from|in) (?:all|every|each|the reported)\b/i,
  ),
  order(
    'bias',
    /\b(?:tone|wording|framing|narrative)\b[^.\n]{0,60}\b(?:promotes|favou?rs|discredits?|downplays?)\b|\b(?:portray|depict)\s[^.\n]{1,60}\bas\s['"‘“][^'"’”\n]{3,60}['"’”]|\b(?:just |always |simply )(?:return|give|assign|report|output) (?:an? |the )?(?:high|perfect|maximum|passing|positive|full) (?:scores?|ratings?|grades?|verdicts?|marks?)\b|\bwhen in doubt\b[^.\n]{0,20}\b(?:give|assume|rate|judge|mark|favou?r)\b[^.\n]{0,60}\b(?:to|as|in favou?r of)\b[^.\n]{0,40}\b(?:safe(?:ty)?|pass(?:ed)?|positive|vendor|model)\b/i,
  ),
  order(
    'bias',
    /\b(?:flag|censor|suppress|hide|remove|block)\b[^.\n]{0,40}\b(?:messages?|posts?|comments?|content|results?)\b[^.\n]{0,60}\b(?:political|politically|politicians?|religious|protests?|the government|unions?|criticism|criticiz\w{1,4})\b|\b(?:not|never|avoid) (?:present|show|includ|mention|report)\w{0,4}\b[^.\n]{0,60}\bin a (?:bad|poor|negative) light\b|\b(?:prevent|forbid|prohibit|discourage)\w{0,4}\b[^.\n]{0,30}\b(?:report|disclos|whistle)\w{0,8}\b[^.\n]{0,30}\b(?:illegal|crimes?|violations?|misconduct|fraud|authorit\w{2,4}|regulators?)\b|\bfabricate (?:\w{1,12}\s)?(?:results|numbers|reviews|figures|citations)\b/i,
  ),
  order(
    'weaken',
    /\b(?:disable|ignore|skip|suppress|omit|bypass|turn off|not write|never write|do not write|don['’]t write)\b[^.\n]{0,50}\b(?:security[- ](?:related )?(?:warnings?|checks?|validation|scan)|sql injections?|certificate (?:checks?|validation|verification)|tls verification|(?:server|client)-side (?:verification|validation)|signature (?:checks?|verification)|safety concerns)/i,
  ),
  order(
    'weaken',
    /\b(?:skip|omit|leave out|drop|avoid)\s(?:the\s|any\s|all\s)?(?:\w{1,16}\s){0,2}(?:tests?|checks|verification|validation|reviews?|audits?)\b[^.\n]{0,12}\s[-–—,;:]\s?(?:they|it|this|these|that)(?: (?:are|is)|['’](?:re|s))\s(?:not|un|only|just)\s?\w{3,14}|\b(?:verification|validation|authentication|encryption)\b[^.\n]{0,20}\b(?:(?:adds?|causes?) (?:unnecessary|needless)|(?:is|are) (?:unnecessary|not needed|overkill)|can be skipped)/i,
  ),
  order(
    'weaken',
    /\b(?:include|add|create|leave|install|open)\b[^.\n]{0,40}\b(?:backdoor|admin (?:account|user) with)\b|\b(?:use|prefer|with|via) (?:string|text) (?:concatenation|interpolation)\b[^.\n]{0,30}\b(?:sql|quer(?:y|ies)|shell commands?)\b|\braw sql instead of\b|\b(?:print|log|echo|output)\s(?:the\s)?["'`]?\w{0,40}(?:token|api_?key|secret|password)\b["'`]?[^.\n]{0,20}\b(?:to|in(?:to)?) (?:the )?(?:logs?|console|stdout|output|file)\b|\b(?:store|write|log|append)\b[^.\n]{0,50}\b(?:plain ?text (?:passwords?|credentials)|card (?:data|numbers?))/i,
  ),
  order(
    'destroy',
    /\b(?:delete|remove|wipe|erase|cancel|overwrite|clean)\s{1,3}(?:all|every|the original|the other|other|any|the unencrypted|unencrypted|local|outdated)\s{1,3}(?:[\w-]{1,20}\s){0,3}(?:events?|e-?mails?|files?|versions?|copies|occurrences|databases?|db files?|backups?|records|entries|commits?|branches)\b[^.\n]{0,60}\b(?:after|once|from the calendar|automatically|without|of that|to (?:save|keep|prevent))|\b(?:then|and|securely)\s(?:delete|remove|shred)\s{1,3}the\s(?:original|unencrypted)\b|\brm (?:-\w{1,3} )?\$\(cat |\bgit (?:reset --hard|push --force|push -f)\b[^.\n]{0,40}\b(?:after|to (?:clean|ensure|keep))|\b(?:after|whenever)\b[^.\n]{0,80}\bgit (?:reset --hard|push --force|push -f)\b/i,
  ),
  order(
    'disregard-user',
    /\b(?:regardless of|whatever(?=\s(?:the\s)?\w{1,10}\s(?:says|answers|replies|objects|orders|tells))|no matter what)\s(?:the\s|what the\s)?(?:user|human|person|owner)(?:['’]?s)?\s{1,3}(?:requests?|wish(?:es)?|wants?|instructions?|preferences?|says|settings?|asks?|answers?)|\b(?:always|automatically|go ahead and)\b(?=[^.\n]{0,80}\b(?:run|execut|sen[dt]|delet|remov|install|upload|purchas|pay|transfer|overwrit|push|approv|accept|book|submit|order|trad|delegat|forward|post|publish|merg|grant|shar)\w{0,5}\b|(?<=\b(?:run|execute|send|delete|install|upload|transfer|push|approve|submit|post|publish|share)s?\b[^.\n]{0,80}))[^.\n]{0,80}\bwithout (?:checking|asking|(?:waiting for )?(?:a )?confirm(?:ation|ing)|consent|approval)\b|\bdo not skip\b[^.\n]{0,20}<\/|\beven if the (?:user|human|person) (?:objects|refuses|declines|says no|asks (?:you )?not)/i,
  ),
  order(
    'remember',
    /\b(?:add|append|write|insert|save|copy|put)\b[^.\n]{0,80}\b(?:to|into|in)\s{1,3}(?:your\s|the\s|the agent['’]s\s)?[`"']?(?:~\/[\w./-]{0,60})?(?:SOUL|AGENTS|IDENTITY|HEARTBEAT|MEMORY|CLAUDE)\.md[`"']?[^.\n]{0,60}\b(?:every|each|all|future|next|always|later)\s(?:\w{1,12}\s)?(?:sessions?|conversations?|agents?|restarts?|times?|turns?)\b[^.\n]{0,30}\b(?:obey|follow|compl(?:y|ies)|enforce|override|survive|persist)\w{0,4}|\b(?:SOUL|AGENTS|MEMORY|HEARTBEAT)\.md\b[^.\n]{0,40}\b(?:rule|order|instruction|directive)s?\b[^.\n]{0,20}\b(?:survives?|persists?|stays?|remains?)\b/i,
  ),
  say(
    'remember',
    'info',
    'possible',
    /\b(?:add|append|write|insert|save|copy|put)\b[^.\n]{0,80}\b(?:to|into|in)\s{1,3}(?:your\s|the\s|the agent['’]s\s)?[`"']?(?:~\/[\w./-]{0,60})?(?:SOUL|AGENTS|MEMORY|HEARTBEAT|IDENTITY|USER|CLAUDE)\.md/,
  ),
];
