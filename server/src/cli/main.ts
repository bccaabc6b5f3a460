#!/usr/bin/env node
/** The command line's entry. */
import { run } from './run';

void run(process.argv.slice(2), process).then(code => {
	process.exitCode = code;
});
