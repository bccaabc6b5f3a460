// Opens the workbench and follows a test run: VS Code hands lines to `codeAutomationLog` and the end to `codeAutomationExit`.
import { format } from 'node:util';

/** Stands before each line of the tests' own, which arrive mixed with the log of VS Code. */
export const testMark = '[source-critic-tests] ';

/** Stands before what the tests ask of whoever runs them. */
const requestMark = '? ';

/** Exit code for a run that did not come to an end in time. */
export const timedOut = 124;

/**
 * Resolves to `{ code, why, log }`: 0 when tests ran and all passed. Prints the tests' lines as they come.
 * That the host said 0 is not enough: the closing line of the tests is to have been read. A line that begins with "? " is
 * a request for `answer`.
 */
export async function collectTestRun(page, address, { limitSeconds, verbose = false, answer }) {
	let log = '';
	let ran = 0;
	const note = line => {
		log += `${line}\n`;
		if (verbose) console.error(line);
	};
	let finish = () => {};
	const finished = new Promise(resolve => {
		const why = `nothing had finished after ${limitSeconds} s`;
		const limit = setTimeout(() => resolve({ code: timedOut, why }), limitSeconds * 1000);
		finish = result => {
			clearTimeout(limit);
			resolve(result);
		};
	});
	const onLog = (type, parts) => {
		const text = format(...parts);
		note(`${type} ${text}`);
		if (!text.startsWith(testMark)) return;
		const words = text.slice(testMark.length);
		if (words.startsWith(requestMark)) {
			void answer?.(JSON.parse(words.slice(requestMark.length)));
			return;
		}
		console.log(words);
		const counts = /^(\d+) passed, (\d+) failed/.exec(words);
		if (counts) ran = Number(counts[1]) + Number(counts[2]);
	};
	const onExit = code => {
		if (code !== 0) finish({ code: 1, why: `the extension host ended with ${code}` });
		else finish(ran > 0 ? { code: 0, why: '' } : { code: 1, why: 'no test ran' });
	};
	page.on('close', () => finish({ code: 1, why: 'the page was closed' }));
	page.on('crash', () => finish({ code: 1, why: 'the page crashed' }));
	page.on('console', message => note(`console.${message.type()} ${message.text()}`));
	page.on('pageerror', error => note(`pageerror ${error.stack ?? error}`));
	// Before the workbench's own scripts run, else the first lines are lost.
	await page.exposeFunction('codeAutomationLog', onLog);
	await page.exposeFunction('codeAutomationExit', onExit);
	page.goto(address).catch(error => finish({ code: 1, why: String(error) }));
	return { ...(await finished), log };
}
