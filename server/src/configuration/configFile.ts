/** `.source-critic.jsonc`: reading it, and saying what is wrong with it. */
// The package's main file is UMD, which bundlers cannot follow.
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser/lib/esm/main';
import type { Span } from '../text/span';
import { globProblem } from './globs';
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
import { suggest } from './suggest';

export const configFileName = '.source-critic.jsonc';

/** Something in the file that cannot be used; the rest of the file still holds unless it is not JSON at all. */
export interface ConfigProblem {
	/** UTF-16 offsets in the file. */
	readonly span: Span;
	readonly message: string;
	readonly severity: 'error' | 'warning';
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
export function parseConfigFile(text: string, ruleIds: Iterable<string>): ConfigFile {
	const body = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
	if (body.length > maxLength) return broken({ start: 0, end: 0 }, 'This file is too large for a configuration');
	if (isTooDeep(body)) return broken({ start: 0, end: 0 }, 'This file is nested too deeply for a configuration');
	const errors: ParseError[] = [];
	const root = parseTree(body, errors, { allowTrailingComma: true, allowEmptyContent: true });
	if (root === undefined && body.trim() === '') return { settings: noFileSettings, problems: [], wellFormed: true };
	if (errors.length > 0) {
		return {
			settings: noFileSettings,
			wellFormed: false,
			problems: errors.slice(0, maxProblems).map(({ error, offset, length }) => ({
				span: { start: offset, end: offset + length },
				message: `${syntaxMessage(printParseErrorCode(error))}. The defaults are used until this is put right.`,
				severity: 'error',
			})),
		};
	}
	// Comments alone: a file that is still to be written.
	if (root === undefined) return { settings: noFileSettings, problems: [], wellFormed: true };
	const problems: ConfigProblem[] = [];
	const settings = readSettings(root, [...ruleIds], (node, message, severity = 'error') => {
		const span = { start: node.offset, end: node.offset + node.length };
		if (problems.length < maxProblems) problems.push({ span, message, severity });
	});
	return { settings, problems, wellFormed: root.type === 'object' };
}

function broken(span: Span, what: string): ConfigFile {
	const message = `${what}. The defaults are used.`;
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

const syntaxMessages: Readonly<Record<string, string>> = {
	InvalidSymbol: 'This is not JSON',
	InvalidNumberFormat: 'This is not a number',
	PropertyNameExpected: 'A key in double quotes is expected here',
	ValueExpected: 'A value is expected here',
	ColonExpected: 'A colon is expected here',
	CommaExpected: 'A comma is expected here',
	CloseBraceExpected: 'A closing brace is missing',
	CloseBracketExpected: 'A closing bracket is missing',
	EndOfFileExpected: 'The file should end here',
	UnexpectedEndOfComment: 'This comment has no end',
	UnexpectedEndOfString: 'This string has no closing quote',
	UnexpectedEndOfNumber: 'This number is not complete',
};

function syntaxMessage(code: string): string {
	return syntaxMessages[code] ?? 'This is not valid JSON';
}

type Complain = (node: Node, message: string, severity?: ConfigProblem['severity']) => void;

function readSettings(root: Node, ruleIds: readonly string[], complain: Complain): FileSettings {
	let preset: PresetName | undefined;
	let genre: GenreSetting | undefined;
	let rules: RuleSettings = {};
	let overrides: readonly Override[] = [];
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
	return { ...defined({ preset, genre, include }), rules, overrides, exclude };
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
		complain(node, 'An override needs “files”: the globs it is for.');
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
			complain(item, 'A glob in double quotes is expected here, such as "drafts/**".');
			return [];
		}
		const problem = globProblem(item.value);
		if (problem === null) return [item.value];
		complain(item, `This glob ${problem}.`);
		return [];
	});
}

function readOneOf<T extends string>(node: Node, allowed: readonly T[], complain: Complain): T | undefined {
	const found = allowed.find(value => value === node.value);
	if (found !== undefined) return found;
	const known = allowed.map(value => `“${value}”`).join(', ');
	complain(node, `One of these is expected here: ${known}.`);
	return undefined;
}

function readArray(node: Node, complain: Complain): readonly Node[] {
	if (node.type === 'array') return node.children ?? [];
	complain(node, 'A list in square brackets is expected here.');
	return [];
}

/** Hands each known key's value to its reader; whether the node is an object at all. */
function readObject(node: Node, complain: Complain, readers: Readonly<Record<string, (value: Node) => void>>): boolean {
	if (node.type !== 'object') {
		complain(node, 'An object in braces is expected here.');
		return false;
	}
	const keys = Object.keys(readers).filter(key => key !== '$schema');
	for (const { key, keyNode, value } of properties(node, complain)) {
		const read = Object.hasOwn(readers, key) ? readers[key] : undefined;
		if (read === undefined) complain(keyNode, unknown('key', key, keys), 'warning');
		else read(value);
	}
	return true;
}

function properties(node: Node, complain: Complain): readonly { key: string; keyNode: Node; value: Node }[] {
	if (node.type !== 'object') {
		complain(node, 'An object in braces is expected here.');
		return [];
	}
	return (node.children ?? []).flatMap(({ children }) => {
		const [keyNode, value] = children ?? [];
		return keyNode && value ? [{ key: String(keyNode.value), keyNode, value }] : [];
	});
}

function unknown(what: string, word: string, known: readonly string[]): string {
	const near = suggest(word, known);
	const shown = word.length > 60 ? `${word.slice(0, 60)}…` : word;
	return `There is no ${what} “${shown}”.${near === null ? '' : ` Did you mean “${near}”?`}`;
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without what is undefined: an optional property is either there or not. */
function defined<T extends object>(values: T): Defined<T> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
