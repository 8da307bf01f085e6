import { useState } from 'preact/hooks';
import { accounts } from '../lib/accounts';
import { type Demo, demos, sendDemo } from '../lib/demos';

/** Messages to begin with, and what a client needs to send its own. */
export function TryIt({ number }: { number: string }) {
	const [problem, setProblem] = useState('');
	const send = (demo: Demo) => {
		setProblem('');
		sendDemo(demo, number).catch((error: Error) => setProblem(`Not sent: ${error.message}`));
	};
	return (
		<>
			<h3>Send to {number}</h3>
			<p class="soft">These go through the provider APIs, as a workflow's messages would.</p>
			<div class="demos">
				{demos.map((demo) => (
					<button key={demo.name} type="button" onClick={() => send(demo)}>
						{demo.name}
						<small>{demo.about}</small>
					</button>
				))}
			</div>
			<p class="problem" role="alert">
				{problem}
			</p>
			<h3>Connect</h3>
			<dl class="accounts">
				{accounts.map(({ name, path, access }) => [
					<dt key={name}>{name}</dt>,
					<dd key={path}>
						<code>
							{location.origin}
							{path}
						</code>
						<span>{access}</span>
					</dd>,
				])}
			</dl>
		</>
	);
}
