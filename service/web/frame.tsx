import type { ComponentType } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import { ask } from './lib/api';
import type { CrmsAnswer } from './lib/crms';
import { linkTo, type Route, useRoute } from './lib/route';
import { Session } from './lib/session';
import { useAction } from './lib/useAction';
import { type Asked, useAsk } from './lib/useAsk';
import { Button } from './parts/button';
import { Outcome } from './parts/notice';
import { Campaigns } from './sections/campaigns';
import { Channels } from './sections/channels';
import { ConsentLookUp } from './sections/consent';
import { CrmSync } from './sections/crmSync';
import { DeadLetters } from './sections/deadLetters';
import { FailuresByCause } from './sections/failures';
import { Messages } from './sections/messages';
import { Today } from './sections/overview';

export interface SectionProps {
	route: Route;
	crms: Asked<CrmsAnswer>;
}

interface SectionEntry {
	name: string;
	label: string;
	Section: ComponentType<SectionProps>;
}

const overview: SectionEntry = { name: '', label: 'Overview', Section: Today };

const sections: readonly SectionEntry[] = [
	overview,
	{ name: 'campaigns', label: 'Campaigns', Section: Campaigns },
	{ name: 'channels', label: 'Channels', Section: Channels },
	{ name: 'failures', label: 'Failures', Section: FailuresByCause },
	{ name: 'sync', label: 'CRM sync', Section: CrmSync },
	{ name: 'dead-letters', label: 'Dead letters', Section: DeadLetters },
	{ name: 'consent', label: 'Consent', Section: ConsentLookUp },
	{ name: 'messages', label: 'Messages', Section: Messages },
];

/** The sections of the page, and the way from one to the other. */
export function Frame() {
	const route = useRoute();
	const crms = useAsk<CrmsAnswer>('/v1/page/crms');
	const { token, onEnded } = useContext(Session);
	const logOut = useAction();
	const { name, label, Section } = sections.find((one) => one.name === route.section) ?? overview;
	const { reload } = crms;
	/** Only the service can end it: a cookie that is not taken back opens the page again. */
	const end = async () => {
		await ask('/v1/page/logout', {});
		onEnded();
		return undefined;
	};
	useEffect(() => void reload(), [name, reload]);
	useEffect(() => {
		document.title = `${label} · Connector Service`;
		document
			.querySelector('nav [aria-current]')
			?.scrollIntoView({ inline: 'center', block: 'nearest' });
	}, [label]);
	return (
		<div class="frame">
			<a class="skip" href="#main" onClick={skip}>
				Skip to the content
			</a>
			<header class="top">
				<img src="/icon.svg" alt="" width={28} height={28} />
				<strong>Connector Service</strong>
				<span class="who soft">{token}</span>
				<Button off={logOut.busy} onClick={() => void logOut.run(end)}>
					Log Out
				</Button>
			</header>
			<nav aria-label="Sections">
				{sections.map((one) => (
					<a
						key={one.name}
						href={linkTo(one.name)}
						{...(one.name === name ? { 'aria-current': 'page' as const } : {})}
					>
						{one.label}
						<Badge entry={one.name} crms={crms.data} />
					</a>
				))}
			</nav>
			<main id="main" tabIndex={-1}>
				<Outcome action={logOut} />
				<h1>{label}</h1>
				<Section key={name} route={{ ...route, section: name }} crms={crms} />
			</main>
		</div>
	);
}

/** The part after `#` names the section, so the jump is made by hand. */
function skip(event: Event) {
	event.preventDefault();
	document.getElementById('main')?.focus();
}

/** How much in a section waits for somebody. */
function Badge({ entry, crms }: { entry: string; crms: CrmsAnswer | undefined }) {
	const all = crms?.crms ?? [];
	const waits: Readonly<Record<string, number>> = {
		sync: all.filter(({ paused }) => paused !== null).length,
		'dead-letters': all.reduce((sum, { dead }) => sum + dead, 0),
	};
	const n = waits[entry] ?? 0;
	return n === 0 ? null : <span class="badge">{n}</span>;
}
