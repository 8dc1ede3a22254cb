import type { AdvisoryFacts } from './advisory-table.ts';

/** An advisory as the list prints it. */
export interface Advisory extends AdvisoryFacts {
  readonly cve: string | null;
  readonly title: string;
  readonly url: string;
  /** CVSS vector. */
  readonly cvss?: string;
  readonly aliases?: readonly string[];
  /** Where sources disagree, and how. */
  readonly conflict?: string;
  readonly source?: string;
}

/** `data/advisories.json`, what `--advisories` takes, and what `advisories --json` prints. */
export interface AdvisoryData {
  readonly data: {
    /** `2026-11-22` */
    readonly date: string;
    readonly sources: readonly string[];
    readonly coverage?: string;
    /** What is odd about the list. */
    readonly notes?: readonly string[];
  };
  readonly advisories: readonly Advisory[];
}
