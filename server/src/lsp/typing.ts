/** Keeps what `withhold` knows of each open document, and wakes up when something withheld may be shown. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../analysis';
import type { Finding } from '../rules/rule';
import type { TextChange } from './documents';
import type { Timer } from './environment';
import { sentencesTouching } from './place';
import { afterEdit, afterLeaving, afterReport, report, type TypingState, untouched } from './withhold';

export interface Typing {
	edited(uri: string, changes: readonly TextChange[]): void;
	/** What is to be shown of the findings now; remembered as shown. */
	show<F extends Finding>(uri: string, analysis: Analysis, findings: readonly F[]): readonly F[];
	/** What was shown of these findings: for features that follow the diagnostics. */
	isShown(uri: string, finding: Finding): boolean;
	/** The caret is at an offset: where that is another sentence, what was withheld is released. */
	movedTo(document: TextDocument, analysis: Analysis, offset: number): void;
	closed(uri: string): void;
}

interface Entry {
	state: TypingState;
	withheld: readonly Finding[];
	callOff(): void;
}

/** `release` is told the document of which something withheld may be shown now; without it nothing is ever withheld. */
export function createTyping(timer: Timer, release: ((uri: string) => void) | null): Typing {
	const entries = new Map<string, Entry>();
	const none = () => {};

	function entryOf(uri: string): Entry {
		const known = entries.get(uri);
		if (known) return known;
		const entry: Entry = { state: untouched, withheld: [], callOff: none };
		entries.set(uri, entry);
		return entry;
	}

	function rest(entry: Entry): void {
		entry.callOff();
		entry.callOff = none;
	}

	return {
		edited(uri, changes) {
			const entry = entryOf(uri);
			rest(entry);
			entry.state = afterEdit(entry.state, changes, timer.now());
		},
		show(uri, analysis, findings) {
			if (release === null) return findings;
			const entry = entryOf(uri);
			rest(entry);
			const found = report(entry.state, findings, span => sentencesTouching(analysis, span), timer.now());
			entry.state = afterReport(entry.state, found.visible);
			entry.withheld = found.withheld;
			if (found.releaseIn !== null) entry.callOff = timer.after(found.releaseIn + 1, () => release(uri));
			return found.visible;
		},
		isShown: (uri, finding) => !entries.get(uri)?.withheld.some(other => isSame(other, finding)),
		movedTo({ uri }, analysis, offset) {
			const entry = entries.get(uri);
			const edit = entry?.state.edit;
			if (!entry || !edit || entry.withheld.length === 0 || release === null) return;
			const touched = [edit, ...sentencesTouching(analysis, edit)];
			if (touched.some(({ start, end }) => start <= offset && offset <= end)) return;
			rest(entry);
			entry.state = afterLeaving(entry.state);
			release(uri);
		},
		closed(uri) {
			const entry = entries.get(uri);
			if (entry) rest(entry);
			entries.delete(uri);
		},
	};
}

function isSame(a: Finding, b: Finding): boolean {
	return a.rule === b.rule && a.span.start === b.span.start && a.span.end === b.span.end;
}
