/** How `source-critic report` writes reports: Markdown and JSON draft by draft, HTML as one page when all are read. */
import { htmlReport } from '../report/html';
import { markdownReport } from '../report/markdown';
import type { Report } from '../report/model';
import type { SchemaVersion } from './json';

export const reportFormats = ['markdown', 'html', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface ReportWriter {
	write(report: Report): void;
	end(): void;
}

export function reportWriter(format: ReportFormat, write: (text: string) => unknown): ReportWriter {
	const reports: Report[] = [];
	let count = 0;
	return {
		write(report) {
			if (format === 'html') reports.push(report);
			else if (format === 'json') write(`${JSON.stringify(jsonReport(report))}\n`);
			else write(`${count > 0 ? '\n---\n\n' : ''}${markdownReport(report)}`);
			count++;
		},
		end() {
			if (reports.length > 0) write(htmlReport(reports));
		},
	};
}

/** `path` as in the documents of `check`, and of what cannot be read. */
function jsonReport({ file, ...report }: Report): unknown {
	return { schema: 1 satisfies SchemaVersion, path: file, offsets: 'utf-16', ...report };
}
