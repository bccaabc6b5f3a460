/** Reads a document as its settings have it. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Format } from '../analysis';
import type { Ignorable, Ignores, PlaceIgnore } from '../configuration/ignores';
import { type JudgedFinding, type Judgement, judge } from '../configuration/judge';
import { draftOf } from '../configuration/settings';
import type { DocumentStatus } from '../protocol';
import { type Driver, Outdated } from './driver';
import type { DocumentSettings, SettingsStore } from './settings';

export interface Reading {
	readonly version: number;
	readonly settings: DocumentSettings;
	readonly format: Format;
	/** Null where the document is not read. */
	readonly analysis: Analysis | null;
	/** Without those that are ignored. */
	readonly findings: readonly JudgedFinding[];
	/** How many are ignored. */
	readonly ignored: number;
	/** Ignores of this draft that fit nothing in it any more. */
	readonly stale: readonly PlaceIgnore[];
	readonly state: DocumentStatus['state'];
}

/** The reading of an open document that is read. */
export interface OpenReading extends Reading {
	readonly analysis: Analysis;
	readonly document: TextDocument;
}

export interface Reader {
	/** The analysis of the document as it is now: the last finished one, or the one that is awaited. Rejects with `Outdated`. */
	read(document: TextDocument): Promise<Reading>;
	/** The last finished analysis, of whatever version; null where there is none. */
	last(uri: string): Analysis | null;
	/** Reads this document as news from now on. */
	checkAnyway(uri: string): void;
	/** The text has changed: what is under way is of no more use. */
	changed(uri: string): void;
	closed(document: TextDocument): void;
}

export function createReader(
	driver: Driver,
	settingsOf: SettingsStore['of'],
	ignorable: (rule: string) => Ignorable,
	failed: (error: unknown) => void,
): Reader {
	const asNews = new Set<string>();
	const finished = new Map<string, Finished>();
	/** What is read of them is of no use to anyone, and is not to be remembered. */
	const closed = new WeakSet<TextDocument>();

	async function read(document: TextDocument): Promise<Reading> {
		const { uri, version } = document;
		const text = document.getText();
		const format = formatOf(document);
		const settings = await settingsOf(uri);
		const isOutdated = () => document.version !== version || closed.has(document);
		if (isOutdated()) throw new Outdated();
		const base = { version, settings, format, analysis: null, findings: [], ignored: 0, stale: [] };
		if (!settings.enabled) {
			const state = settings.reason === 'setting' ? 'off-setting' : 'off-file';
			return { ...base, state };
		}
		const draft = draftOf(text, format, settings, asNews.has(uri) ? 'news' : settings.genre);
		try {
			const analysis = await driver.read(uri, draft);
			if (isOutdated()) throw new Outdated();
			const { findings, stale } = judged(uri, analysis, settings);
			const shown = findings.filter(({ suppressed }) => !suppressed);
			const ignored = findings.length - shown.length;
			return { ...base, analysis, findings: shown, ignored, stale, state: stateOf(analysis) };
		} catch (error) {
			if (error instanceof Outdated) throw error;
			failed(error);
			return { ...base, state: 'failed' };
		}
	}

	function judged(uri: string, analysis: Analysis, { ignores, preset }: DocumentSettings): Judgement {
		const list = ignores.found?.ignores ?? null;
		const { rewording } = preset;
		const known = finished.get(uri);
		if (known?.analysis === analysis && known.ignores === list && known.rewording === rewording) return known.judgement;
		const judgement = judge({ analysis, ignores: list, file: ignores.path, rewording, ignorable });
		finished.set(uri, { analysis, ignores: list, rewording, judgement });
		return judgement;
	}

	return {
		read,
		last: uri => finished.get(uri)?.analysis ?? null,
		checkAnyway: uri => void asNews.add(uri),
		changed: uri => driver.drop(uri),
		closed(document) {
			const { uri } = document;
			closed.add(document);
			driver.drop(uri);
			finished.delete(uri);
		},
	};
}

/** The last judgement of a document, and what it came from. */
interface Finished {
	readonly analysis: Analysis;
	readonly ignores: Ignores | null;
	readonly rewording: boolean;
	readonly judgement: Judgement;
}

/** Editors name languages as they please; what is not Markdown by name or ending is plain text. */
export function formatOf({ languageId, uri }: TextDocument): Format {
	const isMarkdown =
		/markdown|^(mdx|rmd|quarto|md)$/i.test(languageId) || /\.(md|markdown|mdown|mkd|qmd|rmd)$/i.test(uri);
	return isMarkdown ? 'markdown' : 'plaintext';
}

function stateOf({ language, genre }: Analysis): DocumentStatus['state'] {
	if (language === 'other') return 'not-english';
	return genre === 'not-news' ? 'not-news' : 'on';
}
