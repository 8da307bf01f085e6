import type { ComponentChildren } from 'preact';
import type { Problem } from '../lib/api';
import type { Action } from '../lib/useAction';

interface Props {
	tone: 'good' | 'bad' | 'warn' | 'quiet';
	title: string;
	children?: ComponentChildren;
}

/** Something a person should know, and what to do about it. */
export function Notice({ tone, title, children }: Props) {
	return (
		<div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
			<strong>{title}</strong>
			{children}
		</div>
	);
}

export function ProblemNotice({ problem }: { problem: Problem }) {
	return (
		<Notice tone="bad" title={problem.message}>
			<p>{problem.advice}</p>
		</Notice>
	);
}

/** How something went that a person had the service do. */
export function Outcome({ action: { problem, done } }: { action: Action }) {
	if (problem) return <ProblemNotice problem={problem} />;
	return done === undefined ? null : <Notice tone="good" title={done} />;
}
