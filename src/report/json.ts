import type { Report, ReportedFinding } from '../judge/report.ts';
import type { Lang } from '../text/language.ts';
import { visibleJson } from '../text/visible.ts';
import { acceptance } from './accept.ts';
import { secretText } from './secrets.ts';
import { suppressionDocument } from './suppressed.ts';
import { wordFinding } from './wording.ts';

/** The report as one JSON document, indented by two spaces. */
export function renderJson(report: Report, lang: Lang): string {
  return `${visibleJson(JSON.stringify(reportDocument(report, lang), null, 2))}\n`;
}

/** What scripts written for OpenClaw's own command rely on, in its order; then what is ours. */
export function reportDocument(report: Report, lang: Lang) {
  const { target, version } = report;
  return {
    ts: report.ts,
    summary: {
      critical: report.summary.critical,
      warn: report.summary.warn,
      info: report.summary.info,
    },
    findings: report.findings.map((finding) => findingDocument(finding, lang)),
    ...(report.deep === undefined ? {} : { deep: report.deep }),
    ...(report.suppressed.length === 0
      ? {}
      : {
          suppressedFindings: report.suppressed.map((entry) => ({
            ...findingDocument(entry.finding, lang),
            suppression: suppressionDocument(entry),
          })),
        }),
    secretDiagnostics: report.secretDiagnostics.map((entry) => secretText(entry, lang)),
    unmeasured: report.unmeasured,
    advisories: report.advisories,
    openclaw: {
      version: version.judged,
      source: version.source,
      rules: version.rules,
      ...(version.installed && { installed: version.installed }),
    },
    tool: report.tool,
    target: {
      stateDir: target.stateDir,
      configPath: target.configPath,
      ...(target.profile === undefined ? {} : { profile: target.profile }),
    },
  };
}

/** A finding in the form of the report. */
export function findingDocument(finding: ReportedFinding, lang: Lang) {
  const { title, message, why, remedy } = wordFinding(finding, lang, (args) => args);
  const accept = acceptance(finding);
  return {
    checkId: finding.checkId,
    severity: finding.severity,
    title,
    detail: message,
    ...(remedy === null ? {} : { remediation: remedy }),
    why,
    locations: finding.locations,
    fingerprint: finding.fingerprint,
    ...(accept === undefined ? {} : { accept }),
    ...(Object.keys(finding.args).length === 0 ? {} : { evidence: finding.args }),
  };
}
