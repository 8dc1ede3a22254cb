import type { Route } from '../document/route.ts';
import type { Verdict } from '../live/answer.ts';
import type { LiveFacts } from '../live/inspect.ts';
import type { Listener } from '../live/proc-net.ts';
import type { ProxyRoute } from '../live/proxies/route.ts';
import type { PublishedPort } from '../live/published.ts';
import type { RequestId } from '../live/requests.ts';
import type { TailscaleRoute } from '../live/tailscale.ts';
import type { Tunnel } from '../live/tunnels.ts';
import type { Place } from '../posture/place.ts';
import type { Posture } from '../posture/posture.ts';
import type { RepairKind } from '../posture/repairs/repairs.ts';
import type { Argument, ParamsOf } from '../text/format.ts';
import type { Translated } from '../text/words.ts';

export type Severity = 'critical' | 'warn' | 'info';

export type { Argument };

type Texts = { readonly title: string; readonly why: string; readonly remedy?: string } & {
  readonly [message: string]: string;
};

type MessageKey<En> = Exclude<keyof En & string, 'title' | 'why' | 'remedy'>;
/** What must be given for message K: its own parameters and those of id, title, why and remedy. */
type ArgsOf<Id, En extends Texts, K extends keyof En> = {
  readonly [P in ParamsOf<Id | En[K] | En['title'] | En['why'] | En['remedy']>]: Argument;
};

export interface Finding {
  /** Id of the check, placeholders included. */
  readonly check: string;
  /** The concrete checkId. */
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly args: { readonly [name: string]: Argument };
  /** The first place is the primary one. */
  readonly at: readonly Place[];
  /** Findings of one group are listed subject by subject (a channel account, a sandbox source …). */
  readonly subject: number;
  /** Key of the remedy text; null when there is nothing to do. */
  readonly remedy: string | null;
  /** What else a finding consists of: once it changes, this is another finding. */
  readonly identity?: string;
}

interface ReportOptions<En> {
  /** When it differs from the check's own. */
  readonly severity?: Severity;
  readonly subject?: number;
  /** What else makes the finding what it is, so that accepting it accepts nothing new. */
  readonly identity?: string;
  /** Another text key to use as the remedy; null for none. */
  readonly remedy?: (keyof En & string) | null;
}

type Reporter<Id, En extends Texts> = <K extends MessageKey<En>>(
  message: K,
  args: ArgsOf<Id, En, K>,
  at: Place | readonly Place[],
  options?: ReportOptions<En>,
) => Finding;

/** A point where OpenClaw's own audit says something false, and ours does not. Off with --compat. */
export interface Departure {
  /** What the reference says. */
  readonly reference: string;
  /** Why that is wrong, and what is said here instead. */
  readonly why: string;
  /** Where it was reported or can be seen. */
  readonly source: string;
}

/** A running gateway by what it answers; what is left out it refused. */
export interface LiveScenario extends Partial<Pick<LiveFacts, 'missingHeaders' | 'disclosures'>> {
  readonly verdicts?: { readonly [I in RequestId]?: Verdict };
  readonly tls?: LiveFacts['tls'];
  readonly version?: string;
  /** What else it says of itself. */
  readonly told?: Partial<NonNullable<Posture['gatewayProbe']>>;
  readonly listeners?: readonly Listener[];
}

/** Ways by which others reach the gateway; what is left out is not there. */
interface WaysScenario {
  readonly tailnet?: readonly TailscaleRoute[];
  readonly published?: readonly PublishedPort[];
  readonly tunnels?: readonly Tunnel[];
  readonly proxies?: readonly ProxyRoute[];
}

/** A gateway small enough to read: what the examples and the tests are written in. */
export interface Scenario {
  /** JSON5 text of the config; null for no file; `{}` when left out. */
  readonly config?: string | null;
  /** Octal, default 600. */
  readonly configMode?: string;
  /** Octal, default 700. */
  readonly stateDirMode?: string;
  /** Paths relative to HOME; state dir is `.openclaw`. Files default to 600, directories to 700. */
  readonly files?: readonly {
    readonly path: string;
    readonly content?: string;
    readonly symlink?: string;
    readonly dir?: boolean;
    readonly mode?: string;
  }[];
  /** `@@HOME@@` stands for the home directory here and in every text. */
  readonly env?: { readonly [name: string]: string };
  /** Executables put first in PATH, such as a fake `docker`. */
  readonly bin?: readonly { readonly name: string; readonly content: string }[];
  /** Gather as `--deep` does. */
  readonly deep?: boolean;
  /** Judged as this release; null leaves it to what the config records. Left out, 2026.2.24. */
  readonly openclawVersion?: string | null;
  /** What the running gateway is found to do, as if it had been asked. */
  readonly live?: LiveScenario;
  /** Ways to the gateway, as if this host had been looked at for them. */
  readonly ways?: WaysScenario;
  /** Set when something is to hit a bound. */
  readonly unmeasured?: true;
  /** Judge as `--compat` does. */
  readonly compat?: boolean;
  /** For a bad example: the finding's place must show exactly this text of the config. */
  readonly offending?: string;
  /** For a bad example: the severity that must come out, when it is not the check's own. */
  readonly severity?: Severity;
}
/** A scenario, or just its config. */
export type Example = string | Scenario;

interface CheckShape<Id, N extends keyof Posture, En extends Texts, Ko, D extends string> {
  /** Dotted, as printed; `{name}` stands for a part that the finding's arguments fill in. */
  readonly id: Id;
  /** The severity unless a finding says otherwise. */
  readonly severity: Severity;
  /** The parts of the posture that `run` reads; its type hides all others. */
  readonly needs: readonly N[];
  /** Settings one of which must be written for the check to apply at all; left out, it always does. */
  readonly when?: readonly Route[];
  /** What `--fix` puts right to clear its findings; left out, it leaves them to people. */
  readonly fix?: RepairKind;
  /** Where the rule comes from: CWE, OWASP ids, addresses of documentation. */
  readonly refs?: readonly string[];
  /** `title`, `why`, `remedy` (what to write, exactly) and one text for each message. */
  readonly text: { readonly en: En; readonly ko: Ko & Translated<En, Ko> };
  /** Each bad one yields the finding, no good one does. */
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  readonly departures?: { readonly [K in D]: Departure };
  run(
    parts: Pick<Posture, N>,
    report: Reporter<Id, En>,
    departs: (name: D) => boolean,
  ): Iterable<Finding>;
}

/** A check with its types forgotten, as the judge handles it. */
export interface Check {
  readonly id: string;
  readonly severity: Severity;
  readonly needs: readonly (keyof Posture)[];
  readonly when?: readonly Route[];
  readonly fix?: RepairKind;
  readonly refs?: readonly string[];
  readonly text: { readonly en: Texts; readonly ko: Texts };
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] };
  readonly departures?: { readonly [name: string]: Departure };
  run(
    parts: Posture,
    report: (
      message: string,
      args: Finding['args'],
      at: Place | readonly Place[],
      options?: ReportOptions<Texts>,
    ) => Finding,
    departs: (name: string) => boolean,
  ): Iterable<Finding>;
}

/** Declares a check; the types hold its texts, arguments and needs together. */
export function defineCheck<
  const Id extends string,
  const N extends keyof Posture,
  const En extends Texts,
  const Ko,
  const D extends string = never,
>(check: CheckShape<Id, N, En, Ko, D>): Check {
  return check as unknown as Check;
}
