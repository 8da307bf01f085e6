import { useState } from 'preact/hooks';
import type { Leg } from '../../../core/event/messageState';
import type { FoundMessage } from '../../page/shapes';
import { ask } from '../lib/api';
import { exactTime } from '../lib/format';
import { useAction } from '../lib/useAction';
import { channelWords, stateWords, toneOf } from '../lib/words';
import { Chip } from '../parts/chip';
import { Empty } from '../parts/empty';
import { LookUp } from '../parts/lookUp';
import { Notice, Outcome } from '../parts/notice';
import { Panel } from '../parts/panel';

/** What became of a message, or of the latest to a person. */
export function Messages() {
	const [messages, setMessages] = useState<FoundMessage[]>();
	const action = useAction();
	const look = (query: string) =>
		action.run(async () => {
			setMessages(undefined);
			const answer = await ask<{ messages: FoundMessage[] }>('/v1/page/messages', { query });
			setMessages(answer.messages);
			return undefined;
		});
	return (
		<>
			<Panel title="Look messages up">
				<LookUp
					label="Message id or phone number"
					hint="order-1001 or +447700900123"
					busy={action.busy}
					onLook={(query) => void look(query)}
				/>
				<Outcome action={action} />
			</Panel>
			{messages?.length === 0 && (
				<Empty title="No message was found.">
					<p>
						Check the id, or write the number with + and its country code. Only messages that a
						provider told of are known here.
					</p>
				</Empty>
			)}
			{messages?.map((message) => (
				<Message key={`${message.provider} ${message.id} ${message.phone}`} message={message} />
			))}
		</>
	);
}

function Message({ message }: { message: FoundMessage }) {
	const { id, provider, connection, phone, agent, campaign, state, legs, error } = message;
	const about = [`to ${phone}`, connection, provider, agent, campaign && `campaign ${campaign}`];
	return (
		<article class="card message" aria-label={`Message ${id}`}>
			<header>
				<div>
					<h2>
						<code>{id}</code>
					</h2>
					<p class="soft">{about.filter(Boolean).join(' · ')}</p>
				</div>
				<Chip tone={toneOf(state)}>{state === null ? 'Nothing known' : stateWords(state)}</Chip>
			</header>
			{legs.length > 0 && (
				<ol class="legs">
					{legs.map((leg) => (
						<li key={leg.channel}>
							<LegTimes leg={leg} />
						</li>
					))}
				</ol>
			)}
			{error && (
				<Notice tone={toneOf(state) === 'good' ? 'warn' : 'bad'} title={error.message}>
					{error.code !== undefined && (
						<p>
							Code <code>{error.code}</code>
						</p>
					)}
					{error.advice && <p>{error.advice}</p>}
				</Notice>
			)}
		</article>
	);
}

function LegTimes({ leg: { channel, state, times } }: { leg: Leg }) {
	const inOrder = Object.entries(times).toSorted(([, a], [, b]) => (a < b ? -1 : 1));
	return (
		<>
			<h3>
				{channelWords(channel)} <Chip tone={toneOf(state)}>{stateWords(state)}</Chip>
			</h3>
			<dl class="times">
				{inOrder.map(([what, at]) => (
					<div key={what}>
						<dt>{stateWords(what)}</dt>
						<dd>{exactTime(at)}</dd>
					</div>
				))}
			</dl>
		</>
	);
}
