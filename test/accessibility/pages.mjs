// The reports of the example drafts as the product makes them: pages, the view's shell and what fills it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { kernel } from '../../scripts/lib/kernel.mjs';
import { out, root } from '../../scripts/lib/paths.mjs';

const drafts = {
	river: read('river-treaty.md'),
	riverChanged: read('river-treaty.md').replace('\n\n', '\n\nEngineer Maud Pell said the piers would hold.\n\n'),
	council: read('council-budget.txt'),
	hostile:
		'“<script>alert(1)</script>” & "more" <img src=x onerror=alert(1)>, Ada Harlow said. Quist said \ud800 no.\n',
	empty: '',
};

export async function buildPages() {
	const { analyse, buildReport, createAnalyzer, htmlReport, reportParts, reportShell, resources } = await bundle();
	const analyzer = createAnalyzer(resources);
	const reports = Object.fromEntries(
		Object.entries(drafts).map(([name, text]) => {
			const analysis = analyse(analyzer, { text, format: 'markdown', genre: 'auto', rules: {} });
			return [name, buildReport({ analysis, file: `${name}.md`, checked: new Date('2030-01-02T03:04:05Z') })];
		}),
	);
	const { river, council, hostile, empty } = reports;
	const each = write => Object.fromEntries(Object.entries(reports).map(([name, report]) => [name, write(report)]));
	return {
		html: {
			river: htmlReport([river]),
			hostile: htmlReport([hostile]),
			empty: htmlReport([empty]),
			several: htmlReport([river, council, empty]),
		},
		parts: each(reportParts),
		shell: reportShell({
			nonce: 'bm9uY2U',
			script: pathToFileURL(path.join(root, 'dist/report.js')).href,
			draft: 'file:///newsroom/river.md',
			title: 'Report: river.md',
			waiting: 'Reading the draft…',
		}),
	};
}

function read(name) {
	return readFileSync(path.join(root, 'seeds/drafts', name), 'utf8');
}

async function bundle() {
	const outfile = path.join(out, 'accessibility/pages.mjs');
	await build({
		stdin: {
			contents: `export { analyse, createAnalyzer } from './server/src/analysis';
				export { resources } from './server/src/resources';
				export { buildReport } from './server/src/report/build';
				export { htmlReport } from './server/src/report/html';
				export { reportParts } from './server/src/report/page';
				export { reportShell } from './client/src/reportShell';`,
			resolveDir: root,
			loader: 'ts',
		},
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'esm',
		plugins: [kernel],
		define: { __PROJECT__: JSON.stringify(root) },
		banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
		outfile,
		logLevel: 'warning',
	});
	return import(pathToFileURL(outfile).href);
}
