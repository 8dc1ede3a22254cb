import { argumentsFor } from '../../gather/windows-powershell.ts';

/**
 * Reads one JSON document a line: `path`, the `root` below which nothing may be a link, `kind`, the
 * list that must be there (`from`) and the one to be set (`to`), both SDDL. Answers each with a line of
 * JSON. Paths are only ever handed to methods of .NET, which know no wildcards. Lists are compared as
 * .NET writes them, without the marks of automatic inheritance, which Windows sets as it likes.
 */
export const SCRIPT = `
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
function Get-Plain($list) {
  $list.GetSecurityDescriptorSddlForm('Access') -replace '^D:(P?)(?:AR|AI)*', 'D:$1'
}
function New-List($kind, $sddl) {
  if ($kind -eq 'directory') { $list = New-Object Security.AccessControl.DirectorySecurity }
  else { $list = New-Object Security.AccessControl.FileSecurity }
  $list.SetSecurityDescriptorSddlForm($sddl, 'Access')
  $list
}
function Read-List($kind, $path) {
  if ($kind -eq 'directory') { [IO.Directory]::GetAccessControl($path, 'Access') }
  else { [IO.File]::GetAccessControl($path, 'Access') }
}
function Test-Link($path) {
  ([int][IO.File]::GetAttributes($path) -band 0x400) -ne 0
}
function Set-One($ask) {
  if (Test-Link $ask.path) { return @{ state = 'symlink' } }
  $at = $ask.path
  while ($at -and $at.Length -gt $ask.root.Length) {
    if (Test-Link $at) { return @{ state = 'symlink' } }
    $at = [IO.Path]::GetDirectoryName($at)
  }
  $directory = ([int][IO.File]::GetAttributes($ask.path) -band 0x10) -ne 0
  if ($directory -ne ($ask.kind -eq 'directory')) {
    if ($directory) { return @{ state = 'not_a_file' } } else { return @{ state = 'not_a_directory' } }
  }
  $to = New-List $ask.kind $ask.to
  $now = Get-Plain (Read-List $ask.kind $ask.path)
  if ($now -eq (Get-Plain $to)) { return @{ state = 'already'; dacl = $now } }
  if ($now -ne (Get-Plain (New-List $ask.kind $ask.from))) { return @{ state = 'changed'; dacl = $now } }
  if ($directory) { [IO.Directory]::SetAccessControl($ask.path, $to) }
  else { [IO.File]::SetAccessControl($ask.path, $to) }
  $now = Get-Plain (Read-List $ask.kind $ask.path)
  if ($now -eq (Get-Plain (New-List $ask.kind $ask.to))) { return @{ state = 'set'; dacl = $now } }
  return @{ state = 'failed'; dacl = $now; error = 'NotKept' }
}
$i = 0
foreach ($line in $input) {
  if (-not $line) { continue }
  try { $answer = Set-One (ConvertFrom-Json $line) }
  catch {
    $cause = $_.Exception
    while ($cause.InnerException) { $cause = $cause.InnerException }
    $name = $cause.GetType().Name
    $answer = @{ state = 'failed'; error = $name }
    if ($name -eq 'FileNotFoundException' -or $name -eq 'DirectoryNotFoundException') {
      $answer = @{ state = 'missing' }
    }
  }
  $answer.i = $i
  [Console]::Out.WriteLine((ConvertTo-Json -Compress $answer))
  $i++
}
[Console]::Out.WriteLine('end')
`;

/** Arguments of powershell.exe that run it. */
export const SCRIPT_ARGS = argumentsFor(SCRIPT);
