import type { Rule } from '../rule.ts';
import { hiddenCall } from './code/hidden-call.ts';
import { obfuscatedCode } from './code/obfuscated-code.ts';
import { unparseableCode } from './code/unparseable-code.ts';
import { closedArchive } from './file/closed-archive.ts';
import { installScript } from './file/install-script.ts';
import { nativeProgram } from './file/native-program.ts';
import { unreadableHead } from './file/unreadable-head.ts';
import { exfiltration } from './flow/exfiltration.ts';
import { persistence } from './flow/persistence.ts';
import { remoteCode } from './flow/remote-code.ts';
import { knownIndicator } from './indicator/known-indicator.ts';
import { duplicateBody } from './item/duplicate-body.ts';
import { linkEscape } from './item/link-escape.ts';
import { misleadingName } from './item/misleading-name.ts';
import { requestedSecret } from './item/requested-secret.ts';
import { sameName } from './item/same-name.ts';
import { destructiveCommand } from './shell/destructive-command.ts';
import { guardOff } from './shell/guard-off.ts';
import { hiddenAddress } from './shell/hidden-address.ts';
import { hiddenMiner } from './shell/hidden-miner.ts';
import { openedPermissions } from './shell/opened-permissions.ts';
import { remoteShell } from './shell/remote-shell.ts';
import { agentSteering } from './text/agent-steering.ts';
import { catcherAddress } from './text/catcher-address.ts';
import { hiddenText } from './text/hidden-text.ts';
import { lockedArchive } from './text/locked-archive.ts';
import { packageConfusion } from './text/package-confusion.ts';
import { pasteInstall } from './text/paste-install.ts';
import { requiredDownload } from './text/required-download.ts';

/** Every rule, for whoever shows findings or lists the rules. */
export const RULES: readonly Rule[] = [
  closedArchive,
  duplicateBody,
  exfiltration,
  hiddenCall,
  installScript,
  linkEscape,
  misleadingName,
  requestedSecret,
  nativeProgram,
  obfuscatedCode,
  persistence,
  remoteCode,
  sameName,
  unparseableCode,
  unreadableHead,
  catcherAddress,
  agentSteering,
  hiddenText,
  lockedArchive,
  pasteInstall,
  requiredDownload,
  destructiveCommand,
  guardOff,
  hiddenAddress,
  hiddenMiner,
  openedPermissions,
  remoteShell,
  knownIndicator,
  packageConfusion,
];
