/** What an editor sends as its settings below `sourceCritic`: anything at all, of which the usable part is kept. */
import { presetNames } from './presets';
import {
	type DisplaySettings,
	defaultDisplay,
	type EditorSettings,
	genreSettings,
	noEditorSettings,
	type RuleSeverity,
	ruleSeverities,
} from './settings';

export function readEditorSettings(value: unknown): EditorSettings {
	if (!isObject(value)) return noEditorSettings;
	const preset = presetNames.find(name => name === value['preset']);
	const genre = genreSettings.find(name => name === value['genre']);
	const files = value['files'];
	return {
		enable: value['enable'] !== false,
		...(preset && { preset }),
		...(genre && { genre }),
		rules: readRules(value['rules']),
		exclude: readGlobs(isObject(files) ? files['exclude'] : value['files.exclude']),
		display: readDisplay(value),
	};
}

function readDisplay(value: Readonly<Record<string, unknown>>): DisplaySettings {
	const read = (name: keyof DisplaySettings): boolean => {
		const wanted = value[name];
		return typeof wanted === 'boolean' ? wanted : defaultDisplay[name];
	};
	return { codeLens: read('codeLens'), inlayHints: read('inlayHints'), colorVoices: read('colorVoices') };
}

function readRules(value: unknown): EditorSettings['rules'] {
	const rules: Record<string, RuleSeverity> = {};
	if (!isObject(value)) return rules;
	for (const [id, wanted] of Object.entries(value)) {
		const severity = ruleSeverities.find(name => name === wanted);
		if (severity !== undefined) rules[id] = severity;
	}
	return rules;
}

/** A list, or the editor's own shape: `{"glob": true}`. */
function readGlobs(value: unknown): readonly string[] {
	if (Array.isArray(value)) return value.filter(glob => typeof glob === 'string');
	if (!isObject(value)) return [];
	return Object.keys(value).filter(glob => value[glob] === true);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
