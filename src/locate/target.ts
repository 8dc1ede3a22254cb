/** What is audited: decided by flags and the process environment alone. All paths absolute. */
export interface Target {
  readonly home: string;
  readonly stateDir: string;
  /** Which rule chose it. */
  readonly stateDirFrom: 'flag' | 'env' | 'profile' | 'default' | 'legacy';
  /** The file whose settings are judged, and whose modes are. It may not exist. */
  readonly configPath: string;
  readonly configFrom: 'flag' | 'env' | 'state-dir' | 'default' | 'legacy';
  readonly profile?: string;
  readonly credentialsDir: string;
  /** Directory that relative paths such as `logging.file` start from. */
  readonly cwd: string;
}
