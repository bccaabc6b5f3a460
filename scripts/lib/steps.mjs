// Steps of a test run: each is timed, counted and told of in a line; the output of one that fails is shown.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { out } from './paths.mjs';

const shownLines = 150;

/** What a step came to. `reason` says why it was skipped. */
const nothing = { passed: 0, failed: 0, skipped: 0, output: '', reason: '' };

const results = [];

/** Runs a step to its end, tells of it and returns what it came to. `work` resolves to part of a result. */
export async function step(name, work) {
	const started = Date.now();
	const result = { ...nothing, name, ...(await work().catch(error => ({ failed: 1, output: `${error.message}\n` }))) };
	results.push(result);
	tell(result, (Date.now() - started) / 1000);
	return result;
}

/** A step that counts as one test: it passes when its command exits with 0. */
export function asOneTest({ code, output }) {
	return code === 0 ? { passed: 1, output } : { failed: 1, output };
}

/** A step that is a suite of tests: the counts are read from what it prints, and at least one is expected. */
export function asSuite({ code, output }) {
	const counts = readCounts(output);
	const silent = counts.passed + counts.failed + counts.skipped === 0;
	if (counts.failed === 0 && (code !== 0 || silent)) counts.failed = 1;
	return { ...counts, output };
}

/** A step that cannot be done here. Where VS Code is required that is a failure. */
export function asSkipped(reason) {
	return process.env['REQUIRE_VSCODE'] === '1' ? { failed: 1, output: `${reason}\n` } : { skipped: 1, reason };
}

/** Prints the sum of all steps as the last line and sets the exit code. */
export function conclude() {
	const sum = key => results.reduce((total, result) => total + result[key], 0);
	const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
	const broken = results.filter(result => result.failed > 0);
	if (broken.length > 0) console.log(`\nfailed: ${broken.map(({ name }) => name).join(', ')}`);
	process.exitCode = failed > 0 ? 1 : 0;
	console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
}

function tell({ name, passed, failed, skipped, output, reason }, seconds) {
	const counts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
	const words = counts.filter(Boolean).join(', ') + (reason ? ` (${reason})` : '');
	console.log(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(36)}${seconds.toFixed(1).padStart(7)} s   ${words}`);
	if (failed > 0) console.log(lastLines(output, name).replace(/^/gm, '    '));
}

/** The end of an output, where the failures are; all of a long one is left in `out/`. */
function lastLines(output, name) {
	const lines = output.trimEnd().split('\n');
	if (lines.length <= shownLines) return lines.join('\n');
	mkdirSync(out, { recursive: true });
	const file = `failed-${name.replace(/\W+/g, '-')}.log`;
	writeFileSync(path.join(out, file), output);
	return `… all of it is in out/${file}\n${lines.slice(-shownLines).join('\n')}`;
}

/** "N passed, N failed, N skipped", or the closing lines of Node's test runner. */
function readCounts(output) {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
	const plain = output.replace(/\u001b\[[\d;]*m/g, '');
	const closing = [...plain.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?\s*$/gm)].at(-1);
	if (closing) return { passed: Number(closing[1]), failed: Number(closing[2]), skipped: Number(closing[3] ?? 0) };
	const count = key => Number([...plain.matchAll(new RegExp(`^[#ℹ] ${key} (\\d+)`, 'gm'))].at(-1)?.[1] ?? 0);
	return {
		passed: count('pass'),
		failed: count('fail') + count('cancelled'),
		skipped: count('skipped') + count('todo'),
	};
}
