/** The checking list of an open draft, for the client that shows it. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { exportChecking } from '../checking/export';
import { checkItemsInSlices } from '../checking/items';
import { type CheckedItem, type CheckRecord, withProgressInSlices } from '../checking/progress';
import { kindName, kindsName, placeTitle } from '../checking/words';
import { type CheckingList, checkingListRequest, exportCheckingRequest, type ListedCheck } from '../protocol';
import { inSlices } from '../text/slices';
import { toRange } from './convert';
import type { Timer } from './environment';
import { createSaltedHashers } from './hashers';
import { field, textOf, uriOf } from './params';
import type { OpenReading } from './reader';
import type { Requests } from './requests';
import { slicedFor } from './sliced';

export interface CheckingInput {
	readonly connection: Connection;
	readonly requests: Requests;
	readonly timer: Timer;
	/** The reading of an open document as it is now; null where it is not read. */
	readingOf(uri: string, token: CancellationToken): Promise<OpenReading | null>;
}

export function listenToChecking({ connection, requests: { guarded }, timer, readingOf }: CheckingInput): void {
	const hasherOf = createSaltedHashers();

	/** What is listed of a draft, as the client wants it. */
	async function checked<R>(
		reading: OpenReading,
		request: unknown,
		token: CancellationToken,
		answer: (items: readonly CheckedItem[]) => Generator<undefined, R, void>,
	): Promise<R> {
		const hash = hasherOf(textOf(request, 'salt'));
		const { analysis, state } = reading;
		function* work() {
			if (state !== 'on') return yield* answer([]);
			const records = recordsOf(field(request, 'records'));
			yield;
			const items = yield* checkItemsInSlices(analysis);
			return yield* answer(yield* withProgressInSlices(hash, analysis.blocks, items, records));
		}
		return slicedFor(reading, work(), timer, token);
	}

	connection.onRequest(
		checkingListRequest,
		guarded(async (request, token): Promise<CheckingList | null> => {
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const { state, document } = reading;
			if (state !== 'on' && state !== 'not-english' && state !== 'not-news') return null;
			return { state, items: await checked(reading, request, token, items => listedIn(document, items)) };
		}),
	);

	connection.onRequest(
		exportCheckingRequest,
		guarded(async (request, token): Promise<string | null> => {
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const format = textOf(request, 'format') === 'csv' ? 'csv' : 'markdown';
			const file = textOf(request, 'file');
			return checked(reading, request, token, items => exportChecking(format, { file, items }));
		}),
	);
}

function* listedIn(
	document: TextDocument,
	items: readonly CheckedItem[],
): Generator<undefined, readonly ListedCheck[], void> {
	const all: ListedCheck[] = [];
	yield* inSlices(items, item => {
		all.push(listed(document, item));
		return 0;
	});
	return all;
}

function listed(document: TextDocument, item: CheckedItem): ListedCheck {
	const { kind, words, excerpt, speaker, place, anchor, record, said, so, isChanged } = item;
	return {
		kind,
		kindName: kindName(kind),
		kindsName: kindsName(kind),
		where: placeTitle(place),
		words,
		excerpt,
		speaker,
		range: toRange(document, place.span),
		anchor,
		record,
		said,
		so,
		isChanged,
	};
}

/** Records of whatever shape: what is none counts as one that fits nothing, so that indices stay the client's. */
function recordsOf(value: unknown): readonly CheckRecord[] {
	return (Array.isArray(value) ? value : []).map(recordOf);
}

function recordOf(value: unknown): CheckRecord {
	const anchor = field(value, 'anchor');
	const text = (from: unknown, key: string): string => {
		const found = field(from, key);
		return typeof found === 'string' ? found : '';
	};
	const ordinal = field(anchor, 'ordinal');
	return {
		anchor: {
			kind: text(anchor, 'kind') as CheckRecord['anchor']['kind'],
			words: text(anchor, 'words'),
			before: text(anchor, 'before'),
			after: text(anchor, 'after'),
			ordinal: typeof ordinal === 'number' ? ordinal : 0,
			sentence: text(anchor, 'sentence'),
		},
		checked: text(value, 'checked'),
		said: field(value, 'said') === true,
		so: field(value, 'so') === true,
		evidence: text(value, 'evidence'),
		note: text(value, 'note'),
	};
}
