// axe-core, to be run in a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Its source: evaluated in a page it leaves `axe` there, whatever the page's policy. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Runs in the page. Best practices and the size of targets count too. */
export async function violationsHere() {
	const { violations } = await globalThis.axe.run(document, { rules: { 'target-size': { enabled: true } } });
	return violations.map(
		({ id, help, nodes }) =>
			`${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
	);
}
