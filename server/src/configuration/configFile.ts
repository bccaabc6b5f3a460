/** `.source-critic.jsonc`: reading it, and saying what is wrong with it. */
import { t } from '@vscode/l10n';
// The package's main file is UMD, which bundlers cannot follow.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser/lib/esm/main';
import type { HouseLexicon, SeedNames } from '../attribution/houseLexicon';
import type { Span } from '../text/span';
import { globProblem } from './globs';
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

/** A configuration is written by hand: one that is larger is something else. */
const maxLength = 1_000_000;
const maxProblems = 50;
const maxDepth = 50;

/**
 * Reads the text of a configuration file. A file that is not well-formed gives the defaults; a value that cannot be used
 * is left out. Never throws.
 */
export function parseConfigFile(text: string, known: KnownNames): ConfigFile {
	const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
	if (body.length > maxLength) return broken(t('This file is too large for a configuration. The defaults are used.'));
	if (isTooDeep(body)) return broken(t('This file is nested too deeply for a configuration. The defaults are used.'));
	const errors: ParseError[] = [];
	const root = parseTree(body, errors, { allowTrailingComma: true, allowEmptyContent: true });
	if (root === undefined && body.trim() === '') return { settings: noFileSettings, problems: [], wellFormed: true };
	if (errors.length > 0) {
		return {
			settings: noFileSettings,
			wellFormed: false,
			problems: errors.slice(0, maxProblems).map(({ error, offset, length }) => ({
				span: { start: offset, end: offset + length },
				message: t('{0} The defaults are used until this is put right.', syntaxMessage(printParseErrorCode(error))),
				severity: 'error',
			})),
		};
	}
	// Comments alone: a file that is still to be written.
	if (root === undefined) return { settings: noFileSettings, problems: [], wellFormed: true };
	const problems: ConfigProblem[] = [];
	const settings = readSettings(root, known, (node, message, severity = 'error') => {
		const span = { start: node.offset, end: node.offset + node.length };
		if (problems.length < maxProblems) problems.push({ span, message, severity });
	});
	return { settings, problems, wellFormed: root.type === 'object' };
}

function broken(message: string): ConfigFile {
	const span = { start: 0, end: 0 };
	return { settings: noFileSettings, wellFormed: false, problems: [{ span, message, severity: 'error' }] };
}

/** The parser calls itself for each level, and ten thousand brackets would exhaust the stack. */
function isTooDeep(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === '{' || character === '[') depth++;
		else if (character === '}' || character === ']') depth--;
		if (depth > maxDepth) return true;
	}
	return false;
}

function syntaxMessage(code: string): string {
	switch (code) {
		case 'InvalidSymbol':
			return t('This is not JSON.');
		case 'InvalidNumberFormat':
			return t('This is not a number.');
		case 'PropertyNameExpected':
			return t('A key in double quotes is expected here.');
		case 'ValueExpected':
			return t('A value is expected here.');
		case 'ColonExpected':
			return t('A colon is expected here.');
		case 'CommaExpected':
			return t('A comma is expected here.');
		case 'CloseBraceExpected':
			return t('A closing brace is missing.');
		case 'CloseBracketExpected':
			return t('A closing bracket is missing.');
		case 'EndOfFileExpected':
			return t('The file should end here.');
		case 'UnexpectedEndOfComment':
			return t('This comment has no end.');
		case 'UnexpectedEndOfString':
			return t('This string has no closing quote.');
		case 'UnexpectedEndOfNumber':
			return t('This number is not complete.');
		default:
			return t('This is not valid JSON.');
	}
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
