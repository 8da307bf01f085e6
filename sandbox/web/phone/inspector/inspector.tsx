import { useId } from 'preact/hooks';
import { Icon } from '../drawn/icon';
import type { InboundEntry, MessageEntry, TrafficSummary } from '../lib/types';
import { Exchange } from './exchange';
import { MessageReport } from './message';
import { TryIt } from './tryIt';

export const tabs = [
	['try', 'Try It'],
	['message', 'Message'],
	['traffic', 'Traffic'],
] as const;
export type Tab = (typeof tabs)[number][0];

interface Props {
	tab: Tab;
	onTab(tab: Tab): void;
	onClose(): void;
	/** The phone that demos go to. */
	number: string;
	message: MessageEntry | undefined;
	answers: readonly InboundEntry[];
	traffic: readonly TrafficSummary[];
}

/** Behind the scenes: what went over the wire for what the phones show. */
export function Inspector({ tab, onTab, onClose, number, message, answers, traffic }: Props) {
	const id = useId();
	return (
		<aside class="inspector" aria-label="Behind the scenes">
			<header>
				<div class="tabs" role="tablist" aria-label="Behind the scenes" onKeyDown={moveFocus}>
					{tabs.map(([name, word]) => (
						<button
							key={name}
							type="button"
							role="tab"
							id={`${id}-${name}`}
							aria-selected={name === tab}
							aria-controls={`${id}-panel`}
							tabIndex={name === tab ? 0 : -1}
							onClick={() => onTab(name)}
							onFocus={() => onTab(name)}
						>
							{word}
						</button>
					))}
				</div>
				<button type="button" class="round" aria-label="Hide the panel" onClick={onClose}>
					<Icon name="close" />
				</button>
			</header>
			<div
				class="tab-panel"
				role="tabpanel"
				id={`${id}-panel`}
				aria-labelledby={`${id}-${tab}`}
				tabIndex={0}
			>
				{tab === 'try' && <TryIt number={number} />}
				{tab === 'message' &&
					(message ? (
						<MessageReport
							key={message.key}
							message={message}
							answers={answers}
							traffic={traffic}
						/>
					) : (
						<div class="empty">
							<strong>No message on this phone yet.</strong>
							<p>
								Send one, then see here the request behind it, the provider's answer, and the
								webhooks that went back.
							</p>
						</div>
					))}
				{tab === 'traffic' && <Traffic traffic={traffic} />}
			</div>
		</aside>
	);
}

function Traffic({ traffic }: { traffic: readonly TrafficSummary[] }) {
	if (traffic.length === 0)
		return (
			<div class="empty">
				<strong>Nothing yet.</strong>
				<p>
					Requests to the providers appear here, and the webhooks they send, also those that belong
					to no message.
				</p>
			</div>
		);
	return (
		<>
			{traffic.map((exchange) => (
				<Exchange key={exchange.id} exchange={exchange} />
			))}
		</>
	);
}

/** Arrow keys go from tab to tab. */
function moveFocus(event: KeyboardEvent): void {
	const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
	if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
	const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
	const from = all.findIndex((one) => one === document.activeElement);
	all[(from + step + all.length) % all.length]?.focus();
}
