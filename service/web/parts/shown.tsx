import type { ComponentChildren } from 'preact';
import type { Asked } from '../lib/useAsk';
import { ProblemNotice } from './notice';

interface Props<T> {
	asked: Asked<T>;
	children: (data: T) => ComponentChildren;
}

/** What was asked for: while it is on its way, when it is there, and why it is not. */
export function Shown<T>({ asked: { data, problem, loading }, children }: Props<T>) {
	return (
		<>
			{problem && <ProblemNotice problem={problem} />}
			{loading && (
				<p class="soft" role="status">
					Loading …
				</p>
			)}
			{data !== undefined && children(data)}
		</>
	);
}
