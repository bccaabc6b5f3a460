/** Reading the syntax tree of a configuration: what does not fit is told at its place, and left out. */
import { t } from '@vscode/l10n';
import type { Node } from 'jsonc-parser/lib/esm/main';
import { suggest } from './suggest';

/** Tells what is wrong with a node: an error unless it says otherwise. */
export type Complain = (node: Node, message: string, severity?: 'error' | 'warning') => void;

export function readOneOf<T extends string>(node: Node, allowed: readonly T[], complain: Complain): T | undefined {
	const found = allowed.find(value => value === node.value);
	if (found !== undefined) return found;
	const known = allowed.map(value => `“${value}”`).join(', ');
	complain(node, t('One of these is expected here: {0}.', known));
	return undefined;
}

export function readArray(node: Node, complain: Complain): readonly Node[] {
	if (node.type === 'array') return node.children ?? [];
	complain(node, t('A list in square brackets is expected here.'));
	return [];
}

/** The text of a node; undefined where it is something else. */
export function readText(node: Node, complain: Complain): string | undefined {
	if (node.type === 'string' && typeof node.value === 'string') return node.value;
	complain(node, t('A text in double quotes is expected here.'));
	return undefined;
}

/** Hands each known key's value to its reader; whether the node is an object at all. */
export function readObject(
	node: Node,
	complain: Complain,
	readers: Readonly<Record<string, (value: Node) => void>>,
): boolean {
	if (node.type !== 'object') {
		complain(node, t('An object in braces is expected here.'));
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

export function properties(node: Node, complain: Complain): readonly { key: string; keyNode: Node; value: Node }[] {
	if (node.type !== 'object') {
		complain(node, t('An object in braces is expected here.'));
		return [];
	}
	return (node.children ?? []).flatMap(({ children }) => {
		const [keyNode, value] = children ?? [];
		return keyNode && value ? [{ key: String(keyNode.value), keyNode, value }] : [];
	});
}

export function unknown(what: keyof typeof missing, word: string, known: readonly string[]): string {
	const near = suggest(word, known);
	const message = missing[what](word.length > 60 ? `${word.slice(0, 60)}…` : word);
	return near === null ? message : t('{0} Did you mean “{1}”?', message, near);
}

const missing = {
	rule: (word: string) => t('There is no rule “{0}”.', word),
	key: (word: string) => t('There is no key “{0}”.', word),
	pattern: (word: string) => t('There is no pattern “{0}”.', word),
	group: (word: string) => t('There is no group of words “{0}”.', word),
} as const;

export type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same without what is undefined: an optional property is either there or not. */
export function defined<T extends object>(values: T): Defined<T> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
