import { fingerprint } from '../judge/fingerprint.ts';
import type { ScanFinding } from '../scan/finding.ts';
import { RULES } from '../scan/rules/index.ts';
import { formatMessage } from '../text/format.ts';
import type { Lang } from '../text/language.ts';
import { visibleJson } from '../text/visible.ts';
import { acceptEntry } from './accept.ts';
import type { ScannedItem, ScanResult } from './scan-result.ts';
import { scanWords } from './scan-words.ts';

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** A finding of the scan in words of one language. */
export interface WordedFinding {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly check: string;
}

export function wordScanFinding(finding: ScanFinding, lang: Lang): WordedFinding {
  const texts = BY_ID.get(finding.rule)?.text[lang];
  const say = (key: string) => formatMessage(texts?.[key] ?? key, finding.args, lang);
  return {
    title: say('title'),
    message: say(finding.message),
    why: say('why'),
    check: say('check'),
  };
}

/** The same for a finding that stays where it is, whatever is put above it in the file. */
export function scanFingerprint(item: ScannedItem, finding: ScanFinding): string {
  const { rule, message, file, snippet } = finding;
  return fingerprint([item.name, rule, message, file, snippet].join('\0'));
}

/** How to leave a finding out, for once or until a day. */
export function acceptHow(item: ScannedItem, finding: ScanFinding, lang: Lang): string {
  const fingerprint = scanFingerprint(item, finding);
  return scanWords(lang)('accept_how', { fingerprint, entry: acceptEntry(fingerprint) });
}

/** The result of `scan` as one JSON document, indented by two spaces. */
export function renderScanJson(result: ScanResult, lang: Lang): string {
  const document = {
    items: result.items.map((item) => itemDocument(item, lang)),
    unread: result.unread,
    summary: summaryOf(result),
    tool: result.tool,
  };
  return `${visibleJson(JSON.stringify(document, null, 2))}\n`;
}

function itemDocument(item: ScannedItem, lang: Lang) {
  const { path, kind, name, verdict, files } = item;
  return {
    path,
    kind,
    name,
    verdict: verdict.level,
    reasons: verdict.reasons,
    files,
    findings: item.findings.map((finding) => findingDocument(item, finding, lang)),
  };
}

function findingDocument(item: ScannedItem, finding: ScanFinding, lang: Lang) {
  const { rule, severity, confidence, file, line, column, snippet, path, args } = finding;
  const { title, message, why, check } = wordScanFinding(finding, lang);
  return {
    rule,
    severity,
    confidence,
    title,
    detail: message,
    file,
    line,
    column,
    snippet,
    ...(path === undefined ? {} : { path }),
    why,
    check,
    fingerprint: scanFingerprint(item, finding),
    accept: acceptHow(item, finding, lang),
    evidence: args,
  };
}

/** Numbers over all items. */
export function summaryOf({ items, unread, accepted }: ScanResult) {
  const verdicts = { clean: 0, suspicious: 0, malicious: 0 };
  const findings = { critical: 0, warn: 0, info: 0 };
  let files = 0;
  for (const item of items) {
    verdicts[item.verdict.level]++;
    files += item.files;
    for (const { severity } of item.findings) findings[severity]++;
  }
  return { items: items.length, files, ...verdicts, findings, accepted, unread: unread.length };
}
