import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';

declare const __PROJECT__: string;

test('rule pages and settings are as the rules declare them (a run that fails has put them right)', () => {
	const run = spawnSync(process.execPath, [path.join(__PROJECT__, 'scripts/generate.mjs'), '--check'], {
		encoding: 'utf8',
	});
	assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
});
