import type { Route } from '../document/route.ts';

/** Where a finding points: symbolic here, made concrete (file, line, column) when judged. */
export type Place =
  /** A setting of the canonical config. When it is not written, its nearest parent is meant. */
  | { readonly kind: 'config'; readonly route: Route }
  /** A place in one config file, for what never reached the canonical config. */
  | {
      readonly kind: 'source';
      readonly file: number;
      readonly route: Route;
      readonly line?: number;
      readonly column?: number;
    }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly line?: number;
      readonly column?: number;
    }
  | { readonly kind: 'env'; readonly name: string }
  /** A command-line option of this program that stands for a setting. */
  | { readonly kind: 'option'; readonly name: string }
  | { readonly kind: 'container'; readonly name: string };
