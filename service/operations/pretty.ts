import { asObject, parseJson } from '../../core/json';

/** A line of the log as people read it in a terminal. */
export function pretty(line: string): string {
	const { time, level, msg, error, ...about } = asObject(parseJson(line));
	const facts = Object.entries(about).map(([name, value]) => ` ${name}=${String(value)}`);
	const { message, stack } = asObject(error);
	const why = error === undefined ? '' : `: ${String(message)}\n${String(stack)}`;
	return `${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(msg)}${facts.join('')}${why}\n`;
}
