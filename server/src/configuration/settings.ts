/** What can be set, and which of it holds for one draft. */
import type { Draft, Format } from '../analysis';
import type { HouseSources } from '../attribution/coreference/house';
import type { HouseLexicon } from '../attribution/houseLexicon';
import type { Genre } from '../attribution/model';
import type { Severity } from '../rules/rule';
import { defaultExclusion } from './exclusions';
import { matchesAny } from './globs';
import { type Preset, type PresetName, presets } from './presets';

export type RuleSeverity = Severity | 'off';
export type RuleSettings = Readonly<Record<string, RuleSeverity>>;
export type GenreSetting = Genre | 'auto';

export const ruleSeverities: readonly RuleSeverity[] = ['off', 'hint', 'information', 'warning', 'error'];
export const genreSettings: readonly GenreSetting[] = [
	'auto',
	'news',
	'analysis',
	'opinion',
	'interview',
	'press-release',
	'court',
	'report',
	'essay',
	'encyclopedia',
	'not-news',
];

/** What an editor sets below `sourceCritic`. */
export interface EditorSettings {
	readonly enable: boolean;
	readonly preset?: PresetName;
	readonly genre?: GenreSetting;
	readonly rules: RuleSettings;
	/** Globs, from the workspace folder on. */
	readonly exclude: readonly string[];
	readonly display: DisplaySettings;
}

/** What the editor shows beside the findings: a matter of who reads, so no file of the workspace sets it. */
export interface DisplaySettings {
	/** The line above the draft that counts its sources. */
	readonly codeLens: boolean;
	/** Who is meant by a pronoun that speaks. */
	readonly inlayHints: boolean;
	/** Colours for who speaks and whose words they are. */
	readonly colorVoices: boolean;
}

/** What `.source-critic.jsonc` sets; globs count from the folder it lies in. */
export interface FileSettings {
	readonly preset?: PresetName;
	readonly genre?: GenreSetting;
	readonly rules: RuleSettings;
	readonly overrides: readonly Override[];
	readonly lexicon?: HouseLexicon;
	/** Where given, only these are read, and names that are left out by default may be among them. */
	readonly include?: readonly string[];
	readonly exclude: readonly string[];
}

/** Settings for some of the files; a later one wins over an earlier. */
export interface Override {
	readonly files: readonly string[];
	readonly rules: RuleSettings;
	readonly genre?: GenreSetting;
}

/** Colours and hints are off: a draft looks as its writer left it until asked otherwise. */
export const defaultDisplay: DisplaySettings = { codeLens: true, inlayHints: false, colorVoices: false };
export const noEditorSettings: EditorSettings = { enable: true, rules: {}, exclude: [], display: defaultDisplay };
export const noFileSettings: FileSettings = { rules: {}, overrides: [], exclude: [] };

/** What holds for one draft. */
export interface EffectiveSettings {
	readonly enabled: boolean;
	/** Why it is not read: switched off, or left out by its path. */
	readonly reason?: 'setting' | 'file';
	readonly genre: GenreSetting;
	/** The severity of the rules it was set for; any other has that of the genre, the preset, or its own. */
	readonly rules: RuleSettings;
	/** What severities start from. */
	readonly preset: Preset;
	readonly lexicon?: HouseLexicon;
	/** Whom the source book names. */
	readonly house?: HouseSources;
}

export interface SettingsInput {
	/** Ids of the rules there are; settings for others are dropped. */
	readonly ruleIds: ReadonlySet<string>;
	readonly editor?: EditorSettings;
	readonly file?: FileSettings | null;
	/** The draft's path from the workspace folder on, with "/"; null for a draft that is no file. */
	readonly path: string | null;
	/** The folder of the configuration file from the workspace folder on; '' where it is the same. */
	readonly fileFolder?: string;
}

/**
 * Default < preset < editor < file < overrides in order. Genre and place come between preset and editor, in the analysis;
 * inline comments and ignores after it, in `judge`.
 */
export function resolveSettings(input: SettingsInput): EffectiveSettings {
	const { ruleIds, path } = input;
	const editor = input.editor ?? noEditorSettings;
	const file = input.file ?? noFileSettings;
	const filePath = path === null ? null : below(input.fileFolder ?? '', path);
	const preset = presets[file.preset ?? editor.preset ?? 'draft'];
	const overrides = filePath === null ? [] : file.overrides.filter(({ files }) => matchesAny(files, filePath));
	const genre =
		overrides.findLast(override => override.genre !== undefined)?.genre ?? file.genre ?? editor.genre ?? 'auto';
	const layers = [editor.rules, file.rules, ...overrides.map(override => override.rules)];
	const rules: Record<string, RuleSeverity> = {};
	for (const layer of layers) {
		for (const [id, severity] of Object.entries(layer)) if (ruleIds.has(id)) rules[id] = severity;
	}
	const effective = { genre, rules, preset, ...(file.lexicon && { lexicon: file.lexicon }) };
	if (!editor.enable) return { enabled: false, reason: 'setting', ...effective };
	if (path !== null && isExcluded(path, filePath, editor, file))
		return { enabled: false, reason: 'file', ...effective };
	return { enabled: true, ...effective };
}

/** What is to be read, as these settings have it; `genre` in place of theirs where it is given. */
export function draftOf(
	text: string,
	format: Format,
	settings: EffectiveSettings,
	genre: GenreSetting = settings.genre,
): Draft {
	const { rules, preset, lexicon, house } = settings;
	return {
		text,
		format,
		genre,
		rules,
		preset: preset.rules,
		strictPronouns: preset.strictPronouns,
		...(lexicon && { lexicon }),
		...(house && { house }),
	};
}

function isExcluded(path: string, filePath: string | null, editor: EditorSettings, file: FileSettings): boolean {
	if (matchesAny(editor.exclude, path)) return true;
	if (filePath !== null && matchesAny(file.exclude, filePath)) return true;
	const included = filePath !== null && file.include !== undefined && matchesAny(file.include, filePath);
	if (file.include !== undefined && !included) return true;
	const exclusion = defaultExclusion(path);
	if (exclusion === null) return false;
	if (!included) return true;
	// "**/*.md" is not meant to reach into node_modules; "build/*.md" is meant to reach into build.
	return exclusion.folder !== undefined && !names(file.include ?? [], exclusion.folder);
}

function names(globs: readonly string[], folder: string): boolean {
	return globs.some(glob => glob.toLowerCase().split('/').includes(folder.toLowerCase()));
}

/** The path from a folder on; null where it lies elsewhere. */
function below(folder: string, path: string): string | null {
	if (folder === '') return path;
	return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}
