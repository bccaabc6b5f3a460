/** `.source-critic.ignores.json`: reading and writing it. The light bulb keeps it; people may delete lines and give reasons. */
import { t } from '@vscode/l10n';
import { createHasher, newSalt } from './hash';
import type { Ignore, Ignores, PlaceIgnore } from './ignores';

export interface IgnoreFile {
	readonly ignores: Ignores;
	/** What is wrong with the file; null where it can be used and written to. Lines that cannot be used are left out. */
	readonly problem: string | null;
}

const version = 1;
const about =
	'Findings of Source Critic that stay silent. Words of drafts are kept as hashes; a reason is kept as it was written.';
/** Written by the light bulb: a file that is larger is something else. */
const maxLength = 5_000_000;
const maxIgnores = 20_000;
const maxReason = 200;

/** Reads the text of an ignore file; a file that is broken ignores nothing. Never throws. */
export function parseIgnoreFile(text: string): IgnoreFile {
	if (text.length > maxLength) return broken(t('This file is too large for a list of ignores.'));
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	if (body.trim() === '') return { ignores: withSalt('', []), problem: null };
	let data: unknown;
	try {
		data = JSON.parse(body);
	} catch {
		return broken(t('This is not JSON.'));
	}
	if (!isObject(data) || !Array.isArray(data['ignores'])) return broken(t('A list under “ignores” is expected here.'));
	if (data['version'] !== version) return broken(t('“version” is expected to be {0}.', version));
	const salt = data['salt'];
	if (typeof salt !== 'string' || salt.length > 100) return broken(t('A text under “salt” is expected here.'));
	const list = data['ignores'].slice(0, maxIgnores).map(readIgnore);
	const unreadable = list.filter(ignore => ignore === null).length;
	return {
		ignores: withSalt(
			salt,
			list.filter(ignore => ignore !== null),
		),
		problem: unreadable === 0 ? null : unreadableLines(unreadable),
	};
}

/** The whole text of a file with one more ignore; the same ignore with another reason takes the place of the old one. */
export function withIgnore(ignores: Ignores, ignore: Ignore, reason: string | undefined): string {
	const words = reason === undefined ? '' : oneLine(reason).slice(0, maxReason);
	const added = words === '' ? ignore : { ...ignore, reason: words };
	const key = keyOf(ignore);
	return written(ignores.salt, [...ignores.list.filter(other => keyOf(other) !== key), added]);
}

/** The whole text of a file without these. */
export function withoutIgnores(ignores: Ignores, keys: ReadonlySet<string>): string {
	return written(
		ignores.salt,
		ignores.list.filter(ignore => !keys.has(keyOf(ignore))),
	);
}

/** For a file that is still to be made; `random` gives numbers from 0 to 1. */
export function newIgnores(random: () => number): Ignores {
	return withSalt(newSalt(random), []);
}

/** Tells an ignore from all others of its file. */
export function keyOf(ignore: Ignore): string {
	return ignore.kind === 'phrase'
		? JSON.stringify([ignore.rule, ignore.phrase])
		: JSON.stringify([ignore.rule, ignore.file, ignore.words, ignore.before, ignore.after, ignore.ordinal]);
}

function withSalt(salt: string, list: readonly Ignore[]): Ignores {
	return { salt, hash: createHasher(salt), list };
}

function broken(what: string): IgnoreFile {
	return { ignores: withSalt('', []), problem: t('{0} Nothing is ignored by it until this is put right.', what) };
}

function unreadableLines(count: number): string {
	return count === 1
		? t('One entry cannot be read, and ignores nothing.')
		: t('{0} entries cannot be read, and ignore nothing.', count);
}

/** One line an ignore, in an order of its own: two people who add to the file seldom touch the same line. */
function written(salt: string, list: readonly Ignore[]): string {
	const lines = list
		.map(ignore => [sortKey(ignore), lineOf(ignore)] as const)
		.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
		.map(([, line]) => `\t\t${line}`);
	const ignores = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n\t]`;
	return `{\n\t"about": ${JSON.stringify(about)},\n\t"version": ${version},\n\t"salt": ${JSON.stringify(salt)},\n\t"ignores": ${ignores}\n}\n`;
}

function sortKey(ignore: Ignore): string {
	return ignore.kind === 'phrase'
		? `0 ${ignore.rule} ${ignore.phrase}`
		: `1 ${ignore.file} ${ignore.rule} ${ignore.words} ${ignore.before} ${String(ignore.ordinal).padStart(9, '0')}`;
}

function lineOf({ kind: _, ...fields }: Ignore): string {
	const members = Object.entries(fields).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	return `{ ${members.join(', ')} }`;
}

function readIgnore(value: unknown): Ignore | null {
	if (!isObject(value)) return null;
	const { rule, file, words, before, after, phrase, ordinal, reason } = value;
	const why = typeof reason === 'string' && reason !== '' ? { reason } : {};
	if (typeof rule !== 'string') return null;
	if (isHash(phrase)) return { kind: 'phrase', rule, phrase, ...why };
	if (typeof file !== 'string' || !isHash(words) || !isSide(before) || !isSide(after)) return null;
	if (typeof ordinal !== 'number' || !Number.isInteger(ordinal) || ordinal < 0) return null;
	const place: PlaceIgnore = { kind: 'place', rule, file, words, before, after, ordinal };
	return { ...place, ...why };
}

function isSide(value: unknown): value is string {
	return value === '' || isHash(value);
}

function isHash(value: unknown): value is string {
	return typeof value === 'string' && /^[0-9a-f]{4,64}$/.test(value);
}

function oneLine(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
