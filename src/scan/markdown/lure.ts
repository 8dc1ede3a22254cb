import type { ScanFinding, Spot } from '../finding.ts';
import { destinationOf, hostOf } from '../knowledge/destinations.ts';
import {
  isKnownHost,
  isOfOpenClaw,
  isShared,
  looksLikeOpenClaw,
} from '../knowledge/openclaw-hosts.ts';
import { lockedArchive } from '../rules/text/locked-archive.ts';
import { pasteInstall } from '../rules/text/paste-install.ts';
import { requiredDownload } from '../rules/text/required-download.ts';
import { snippetOf } from '../snippet.ts';

/** How many lines may lie between the parts of a lure. */
const NEAR = 10;
const MAX_SIGNS = 400;

const PASSWORD =
  /\b(?:pass(?:word|code|phrase)?|pw|pwd|extract (?:using|with)(?: (?:pass(?:word)?|key))?)\b["*_)]{0,3}\s{0,3}(?::|=|is|-)\s{0,3}["'`“*]{0,3}[\w!@#$%^&*.-]{2,40}|(?:비밀번호|암호|패스워드)\s{0,3}(?:는|은|:|：)?\s{0,3}["'`“]?[\w!@#$%^&*.-]{2,40}|(?:解压|解壓)?(?:密码|密碼)\s{0,3}(?:是|为|為|:|：)\s{0,3}["'`“]?[\w!@#$%^&*.-]{2,40}/i;
const EXTRACT =
  /\b(?:extract|unzip|unpack|archive|\.zip|\.rar|\.7z|zip)\b|압축|解压|解壓|压缩|壓縮/i;
const RUN =
  /\b(?:run|execute|launch|double-?click|start|open)\b[^.\n]{0,60}|\bpaste\b|실행|运行|執行|执行|运行|粘贴|붙여\s?넣/i;
const PRESSURE =
  /\b(?:(?:is|are|be)\s+(?:\w+\s+)?(?:required|mandatory|needed)|required\b|requires?\b[^.\n]{1,80}\b(?:to (?:function|work|run|operate|be installed)|installed)|will not (?:work|function|run|start)|won['’]t (?:work|function|run)|cannot (?:work|function|run)|must (?:be )?(?:install|download|run)\w{0,3}|before (?:using|proceeding|starting|the skill|you)|without\b[^.\n]{1,60}\b(?:will not|won['’]t|cannot|does not))|반드시|필수|필요합니다|작동하지\s?않|없으면|必须|必須|必需|需要|無法|无法|否则/i;
/** It is the skill itself that is said not to work. */
const SKILL =
  /\b(?:before|for|without|this|the)\s[^.\n]{0,40}\bskill\b|이 스킬|스킬을|本技能|此技能|该技能|使用技能/i;
const SETUP =
  /\b(?:set-?up|install(?:er|ation)?|download|get it|quick start)\b|설치|다운로드|安装|安裝|下载|下載/i;
const COPIED =
  /\b(?:copy|paste|terminal|command|script)\b|복사|붙여|터미널|명령|复制|複製|粘贴|终端|終端|命令/i;
const PROGRAM =
  /\.(?:zip|exe|msi|dmg|pkg|rar|7z|scr|bat|iso|appimage|command|apk)(?=$|[?#)\s"'`>])|\/releases\/download\//i;
const LINK = /https?:\/\/[^\s)\]>"'`<]{4,500}/gi;

type Sign =
  | 'password'
  | 'pressure'
  | 'download'
  | 'run'
  | 'paste-site'
  | 'copied'
  | 'setup-link'
  | 'for-skill'
  | 'look-alike';

interface Seen {
  readonly sign: Sign;
  readonly line: number;
  readonly at: number;
  readonly value: string;
}

/** Collects the parts of "install this first" from lines of prose and combines those that are near. */
export function createLureFinder() {
  const signs: Seen[] = [];
  const add = (sign: Sign, line: number, at: number, value: string) => {
    if (signs.length < MAX_SIGNS) signs.push({ sign, line, at, value });
  };
  return {
    /** One line, not longer than a few thousand characters. */
    line(text: string, number: number, at: number, isExample: () => boolean): void {
      const before = signs.length;
      const links = [...text.matchAll(LINK)];
      if (PRESSURE.test(text)) {
        add('pressure', number, at, text);
        if (SKILL.test(text)) add('for-skill', number, at, text);
      }
      if (PASSWORD.test(text) && (links.length > 0 || EXTRACT.test(text) || RUN.test(text)))
        add('password', number, at, text);
      if (RUN.test(text)) add('run', number, at, text);
      if (COPIED.test(text)) add('copied', number, at, text);
      for (const link of links.slice(0, 20)) {
        const [address] = link;
        const spot = at + (link.index ?? 0);
        const host = hostOf(address) ?? '';
        if (isOfOpenClaw(host)) continue;
        if (PROGRAM.test(address)) add('download', number, spot, address);
        const paste = destinationOf(address) === 'drop' && !/^raw\.|^gist\./.test(host);
        if (paste && !PROGRAM.test(address)) add('paste-site', number, spot, address);
        if (looksLikeOpenClaw(host) && SETUP.test(text)) add('look-alike', number, spot, address);
        else if (SETUP.test(text)) add('setup-link', number, spot, address);
      }
      // Asked last: most lines show no sign at all.
      if (signs.length > before && isExample()) signs.length = before;
    },
    findings(place: (at: number) => Spot, snippet: (at: number) => string): readonly ScanFinding[] {
      const near = (line: number, sign: Sign, distance = NEAR) =>
        signs.find((it) => it.sign === sign && Math.abs(it.line - line) <= distance);
      const found: ScanFinding[] = [];
      const evidence = (at: number) => ({ ...place(at), snippet: snippetOf(snippet(at)) });
      for (const { sign, line, at, value } of signs) {
        if (sign === 'password') {
          const download = near(line, 'download') ?? near(line, 'look-alike');
          const ran = near(line, 'run');
          if (download && ran)
            found.push(lockedArchive.found('download', { address: download.value }, evidence(at)));
          else if (EXTRACT.test(value) && ran)
            found.push(
              lockedArchive.found('archive', {}, evidence(at), {
                severity: 'warn',
                confidence: 'likely',
              }),
            );
        }
        if (
          sign === 'paste-site' &&
          near(line, 'copied', 3) &&
          (near(line, 'run', 3) || near(line, 'pressure'))
        )
          found.push(pasteInstall.found('paste', { address: value }, evidence(at)));
        if (sign === 'look-alike') {
          const pressed = near(line, 'pressure', 3);
          if (!pressed && isShared(hostOf(value) ?? '')) continue;
          found.push(
            requiredDownload.found(
              'look-alike',
              { address: value },
              evidence(at),
              pressed ? {} : { severity: 'warn', confidence: 'likely' },
            ),
          );
        }
        if (
          sign === 'setup-link' &&
          !isKnownHost(hostOf(value) ?? '') &&
          near(line, 'for-skill', 2)
        )
          found.push(
            requiredDownload.found('program', { address: value }, evidence(at), {
              severity: 'warn',
              confidence: 'likely',
            }),
          );
        if (sign === 'download' && near(line, 'pressure', 6) && near(line, 'run', 3))
          found.push(
            requiredDownload.found('program', { address: value }, evidence(at), {
              severity: 'warn',
              confidence: 'possible',
            }),
          );
      }
      return found;
    },
  };
}
