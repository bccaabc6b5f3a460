/** How a Mocha run leaves the extension host, whichever it is: line by line through the console, marked as ours. */

declare const __TEST_MARK__: string;

/** Prints a line where the runner sees it. */
export function say(format = '', ...rest: readonly unknown[]): void {
	console.log(__TEST_MARK__ + format, ...rest);
}

/** Rejects when a test failed or none passed. The last line it prints is "N passed, N failed, N skipped". */
export async function runAndReport(start: () => Mocha.Runner): Promise<void> {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	const runner = start();
	runner.on('pass', () => counts.passed++);
	runner.on('fail', () => counts.failed++);
	runner.on('pending', () => counts.skipped++);
	await new Promise(resolve => runner.once('end', resolve));
	// The reporter's own closing lines come first.
	await pause(0);
	say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
	// The window goes away as soon as we are done, and lines travel after us.
	await pause(250);
	if (counts.failed > 0) throw new Error(`${counts.failed} tests failed`);
	if (counts.passed === 0) throw new Error('no test ran');
}

function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, milliseconds));
}
