const started = Date.now();

/** One step of the story: says how it ended, and how long it took. */
export async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
	const begun = Date.now();
	try {
		const result = await work();
		report('ok  ', name, begun);
		return result;
	} catch (error) {
		report('FAIL', name, begun);
		throw error;
	}
}

function report(mark: string, name: string, begun: number): void {
	const at = ((Date.now() - started) / 1000).toFixed(1).padStart(6);
	process.stdout.write(`${at} s  ${mark}  ${name} (${Date.now() - begun} ms)\n`);
}
