/** The source report of an open draft: for the view beside it, and as a file's text. */
import { t } from '@vscode/l10n';
import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
	type DocumentStatus,
	exportReportRequest,
	type ReportFormat,
	type ReportPage,
	reportRequest,
} from '../protocol';
import { buildReport } from '../report/build';
import { messageParts } from '../report/fragments';
import { htmlReport } from '../report/html';
import { markdownReport } from '../report/markdown';
import type { Report } from '../report/model';
import { reportParts } from '../report/page';
import type { Documents } from './documents';
import { textOf, uriOf } from './params';
import type { Reader, Reading } from './reader';
import { type Requests, unlessCancelled } from './requests';
import { isConfigFile } from './settings';

export interface ReportsInput {
	readonly connection: Connection;
	readonly requests: Requests;
	readonly documents: Documents;
	/** Rejects with `Outdated` where the text has changed meanwhile: the client asks again. */
	readonly read: Reader['read'];
	/** Whether a large document has changed since it was opened or saved: it is not read now. */
	isUnsettled(document: TextDocument): boolean;
}

export function listenToReports({
	connection,
	requests: { guarded },
	documents,
	read,
	isUnsettled,
}: ReportsInput): void {
	connection.onRequest(
		reportRequest,
		guarded(async (request, token): Promise<ReportPage | null> => {
			const document = openDraft(request);
			if (!document) return null;
			const { version } = document;
			const whyNot = (state: DocumentStatus['state']) => ({
				version,
				parts: messageParts(textOf(request, 'file'), explanation(state)),
			});
			if (isUnsettled(document)) return whyNot('too-large');
			const reading = await unlessCancelled(read(document), token);
			const report = reportOf(reading, request);
			return report ? { version, parts: reportParts(report) } : whyNot(reading.state);
		}),
	);

	connection.onRequest(
		exportReportRequest,
		guarded(async (request, token): Promise<string | null> => {
			const document = openDraft(request);
			const format = formatOf(textOf(request, 'format'));
			if (!document) return null;
			// Large documents too, saved or not: someone has asked for it.
			const report = reportOf(await unlessCancelled(read(document), token), request);
			if (!report) return null;
			return format === 'html' ? htmlReport([report]) : markdownReport(report);
		}),
	);

	function openDraft(request: unknown): TextDocument | undefined {
		const uri = uriOf(request);
		return isConfigFile(uri) ? undefined : documents.get(uri);
	}
}

function reportOf({ analysis }: Reading, request: unknown): Report | null {
	const checked = new Date(textOf(request, 'checked'));
	if (Number.isNaN(checked.getTime())) throw new ResponseError(ErrorCodes.InvalidParams, '“checked” must be a time');
	return analysis && buildReport({ analysis, file: textOf(request, 'file'), checked });
}

function formatOf(format: string): ReportFormat {
	if (format === 'markdown' || format === 'html') return format;
	throw new ResponseError(ErrorCodes.InvalidParams, '“format” must be markdown or html');
}

/** Why there is no report. */
function explanation(state: DocumentStatus['state']): string {
	switch (state) {
		case 'off-setting':
			return t('Source Critic is turned off by a setting, so this draft is not read.');
		case 'off-file':
			return t('The settings or the configuration file leave this file out, so it is not read.');
		case 'too-large':
			return t('This file is large and has changed since it was read. It is read again when it is saved.');
		default:
			return t('This file could not be read. The output of Source Critic says where it went wrong.');
	}
}
