/** `.source-critic.jsonc`: reading it, and saying what is wrong with it. */
import { t } from '@vscode/l10n';
import type { Node } from 'jsonc-parser/lib/esm/main';
import type { HouseLexicon, SeedNames } from '../attribution/houseLexicon';
import type { Span } from '../text/span';
import { globProblem } from './globs';
import { maxProblems, parseHandWritten } from './jsonc';
import { readHouseLexicon } from './lexicon';
import { type Complain, defined, properties, readArray, readObject, readOneOf, unknown } from './nodes';
import { type PresetName, presetNames } from './presets';
import {
	type FileSettings,
	type GenreSetting,
	genreSettings,
	noFileSettings,
	type Override,
	type RuleSettings,
	type RuleSeverity,
	ruleSeverities,
} from './settings';

export const configFileName = '.source-critic.jsonc';

/** Something in the file that cannot be used; the rest of the file still holds unless it is not JSON at all. */
export interface ConfigProblem {
	/** UTF-16 offsets in the file. */
	readonly span: Span;
	readonly message: string;
	readonly severity: 'error' | 'warning';
}

/** What a configuration may name. */
export interface KnownNames {
	readonly rules: Iterable<string>;
	/** What a lexicon may refer to; absent where it is not known. */
	readonly seeds?: SeedNames | undefined;
}

export interface ConfigFile {
	readonly settings: FileSettings;
	readonly problems: readonly ConfigProblem[];
	/** Whether it is well-formed, so that it can be changed without harm. */
	readonly wellFormed: boolean;
}

/**
 * Reads the text of a configuration file. A file that is not well-formed gives the defaults; a value that cannot be used
 * is left out. Never throws.
 */
export function parseConfigFile(text: string, known: KnownNames): ConfigFile {
	const { root, errors } = parseHandWritten(text);
	if (errors.length > 0) {
		return {
			settings: noFileSettings,
			wellFormed: false,
			problems: errors.map(({ span, message }) => ({
				span,
				message: t('{0} The defaults are used until this is put right.', message),
				severity: 'error',
			})),
		};
	}
	// Nothing, or comments alone: a file that is still to be written.
	if (root === null) return { settings: noFileSettings, problems: [], wellFormed: true };
	const problems: ConfigProblem[] = [];
	const settings = readSettings(root, known, (node, message, severity = 'error') => {
		const span = { start: node.offset, end: node.offset + node.length };
		if (problems.length < maxProblems) problems.push({ span, message, severity });
	});
	return { settings, problems, wellFormed: root.type === 'object' };
}

function readSettings(root: Node, known: KnownNames, complain: Complain): FileSettings {
	const ruleIds = [...known.rules];
	let preset: PresetName | undefined;
	let genre: GenreSetting | undefined;
	let rules: RuleSettings = {};
	let overrides: readonly Override[] = [];
	let lexicon: HouseLexicon | undefined;
	let include: readonly string[] | undefined;
	let exclude: readonly string[] = [];
	readObject(root, complain, {
		$schema: () => {},
		preset: node => {
			preset = readOneOf(node, presetNames, complain);
		},
		genre: node => {
			genre = readOneOf(node, genreSettings, complain);
		},
		rules: node => {
			rules = readRules(node, ruleIds, complain);
		},
		overrides: node => {
			overrides = readArray(node, complain).flatMap(item => readOverride(item, ruleIds, complain));
		},
		lexicon: node => {
			lexicon = readHouseLexicon(node, known.seeds, complain);
		},
		files: node => {
			readObject(node, complain, {
				include: list => {
					include = readGlobs(list, complain);
				},
				exclude: list => {
					exclude = readGlobs(list, complain);
				},
			});
		},
	});
	return { ...defined({ preset, genre, lexicon, include }), rules, overrides, exclude };
}

function readOverride(node: Node, ruleIds: readonly string[], complain: Complain): readonly Override[] {
	let files: readonly string[] | undefined;
	let rules: RuleSettings = {};
	let genre: GenreSetting | undefined;
	const isObject = readObject(node, complain, {
		files: list => {
			files = readGlobs(list, complain);
		},
		rules: map => {
			rules = readRules(map, ruleIds, complain);
		},
		genre: value => {
			genre = readOneOf(value, genreSettings, complain);
		},
	});
	if (!isObject) return [];
	if (files === undefined) {
		complain(node, t('An override needs “files”: the globs it is for.'));
		return [];
	}
	return [{ files, rules, ...defined({ genre }) }];
}

function readRules(node: Node, ruleIds: readonly string[], complain: Complain): RuleSettings {
	const rules: Record<string, RuleSeverity> = {};
	for (const { key, keyNode, value } of properties(node, complain)) {
		if (!ruleIds.includes(key)) complain(keyNode, unknown('rule', key, ruleIds), 'warning');
		else {
			const severity = readOneOf(value, ruleSeverities, complain);
			if (severity !== undefined) rules[key] = severity;
		}
	}
	return rules;
}

function readGlobs(node: Node, complain: Complain): readonly string[] {
	const items = node.type === 'string' ? [node] : readArray(node, complain);
	return items.flatMap(item => {
		if (item.type !== 'string' || typeof item.value !== 'string') {
			complain(item, t('A glob in double quotes is expected here, such as "drafts/**".'));
			return [];
		}
		const problem = globProblem(item.value);
		if (problem === null) return [item.value];
		complain(item, problem);
		return [];
	});
}
