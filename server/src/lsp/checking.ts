/** The checking list of an open draft, for the client that shows it. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { exportChecking } from '../checking/export';
import { checkItemsInSlices } from '../checking/items';
import { type CheckedItem, type CheckRecord, withProgressInSlices } from '../checking/progress';
import { kindName, kindsName, placeTitle } from '../checking/words';
import { type CheckingList, checkingListRequest, exportCheckingRequest, type ListedCheck } from '../protocol';
import { toRange } from './convert';
import { Outdated } from './driver';
import type { Timer } from './environment';
import { createSaltedHashers } from './hashers';
import { field, textOf, uriOf } from './params';
import type { OpenReading } from './reader';
import type { Requests } from './requests';
import { inTurns } from './turns';

export interface CheckingInput {
	readonly connection: Connection;
	readonly requests: Requests;
	readonly timer: Timer;
	/** The reading of an open document as it is now; null where it is not read. */
	readingOf(uri: string, token: CancellationToken): Promise<OpenReading | null>;
}

export function listenToChecking({ connection, requests: { guarded }, timer, readingOf }: CheckingInput): void {
	const hasherOf = createSaltedHashers();

	async function itemsOf({ analysis, state }: OpenReading, request: unknown): Promise<readonly CheckedItem[]> {
		if (state !== 'on') return [];
		const hash = hasherOf(textOf(request, 'salt'));
		const records = recordsOf(field(request, 'records'));
		const items = await inTurns(checkItemsInSlices(analysis), timer);
		return inTurns(withProgressInSlices(hash, analysis.blocks, items, records), timer);
	}

	connection.onRequest(
		checkingListRequest,
		guarded(async (request, token): Promise<CheckingList | null> => {
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const { state, document } = reading;
			if (state !== 'on' && state !== 'not-english' && state !== 'not-news') return null;
			const items = await itemsOf(reading, request);
			// Lines are those of the text that was read.
			if (document.version !== reading.version) throw new Outdated();
			return { state, items: items.map(item => listed(document, item)) };
		}),
	);

	connection.onRequest(
		exportCheckingRequest,
		guarded(async (request, token): Promise<string | null> => {
			const reading = await readingOf(uriOf(request), token);
			if (reading === null) return null;
			const format = textOf(request, 'format') === 'csv' ? 'csv' : 'markdown';
			return exportChecking(format, { file: textOf(request, 'file'), items: await itemsOf(reading, request) });
		}),
	);
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
