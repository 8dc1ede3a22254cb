export type { Argument, Severity } from './checks/define.ts';
export { createDeadline, type Deadline } from './gather/deadline.ts';
export { gather } from './gather/gather.ts';
export type { Part, Reason, Unmeasured } from './gather/part.ts';
export type { Snapshot } from './gather/snapshot.ts';
export { type JudgeOptions, judge } from './judge/judge.ts';
export type {
  Location,
  Report,
  ReportedFinding,
  SuppressedFinding,
  UnmeasuredEntry,
} from './judge/report.ts';
export { type LocateRequest, locate } from './locate/locate.ts';
export type { Target } from './locate/target.ts';
export { renderJson } from './report/json.ts';
export { wordsOf } from './report/suppressed.ts';
export { renderText, type TextOptions } from './report/text.ts';
export type { Lang } from './text/language.ts';
export { VERSION } from './version.ts';
