/** Reads a document as its settings have it. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, Format } from '../analysis';
import { type JudgedFinding, suppressions } from '../configuration/suppressions';
import type { DocumentStatus } from '../protocol';
import { type Driver, Outdated } from './driver';
import type { DocumentSettings, SettingsStore } from './settings';

export interface Reading {
	readonly version: number;
	readonly settings: DocumentSettings;
	readonly format: Format;
	/** Null where the document is not read. */
	readonly analysis: Analysis | null;
	/** Without those that a comment silences. */
	readonly findings: readonly JudgedFinding[];
	readonly state: DocumentStatus['state'];
}

export interface Reader {
	/** The analysis of the document as it is now: the last finished one, or the one that is awaited. Rejects with `Outdated`. */
	read(document: TextDocument): Promise<Reading>;
	/** Reads this document as news from now on. */
	checkAnyway(uri: string): void;
	/** The text has changed: what is under way is of no more use. */
	changed(uri: string): void;
	closed(uri: string): void;
}

export function createReader(
	driver: Driver,
	settingsOf: SettingsStore['of'],
	failed: (error: unknown) => void,
): Reader {
	const asNews = new Set<string>();
	const finished = new Map<string, { readonly analysis: Analysis; readonly findings: readonly JudgedFinding[] }>();

	async function read(document: TextDocument): Promise<Reading> {
		const { uri, version } = document;
		const text = document.getText();
		const format = formatOf(document);
		const settings = await settingsOf(uri);
		if (document.version !== version) throw new Outdated();
		const base = { version, settings, format };
		if (!settings.enabled) {
			const state = settings.reason === 'setting' ? 'off-setting' : 'off-file';
			return { ...base, analysis: null, findings: [], state };
		}
		const genre = asNews.has(uri) ? 'news' : settings.genre;
		try {
			const analysis = await driver.read(uri, { text, format, genre, rules: settings.rules });
			if (document.version !== version) throw new Outdated();
			return { ...base, analysis, findings: findingsOf(uri, analysis), state: stateOf(analysis) };
		} catch (error) {
			if (error instanceof Outdated) throw error;
			failed(error);
			return { ...base, analysis: null, findings: [], state: 'failed' };
		}
	}

	function findingsOf(uri: string, analysis: Analysis): readonly JudgedFinding[] {
		const known = finished.get(uri);
		if (known?.analysis === analysis) return known.findings;
		const findings = suppressions(analysis.text, analysis.blocks, analysis.findings).filter(
			({ suppressed }) => !suppressed,
		);
		finished.set(uri, { analysis, findings });
		return findings;
	}

	return {
		read,
		checkAnyway: uri => void asNews.add(uri),
		changed: uri => driver.drop(uri),
		closed(uri) {
			driver.drop(uri);
			finished.delete(uri);
		},
	};
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
