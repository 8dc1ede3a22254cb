/** The instructions of a skill, by which a folder is one: read wherever a folder has them. */
export const SKILL_FILE = 'SKILL.md';
