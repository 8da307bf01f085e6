import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import * as api from './api';
import type { PhoneView, TrafficSummary } from './types';
import { useNews } from './useNews';
import type { Typing, World } from './world';

const TYPING_SHOWN_MS = 5000;
const SETTLE_MS = 120;

interface Following {
	world: World;
	/** Connects anew, and reads everything again. */
	retry(): void;
}

/** Follows what happens in the sandbox; the browser connects again by itself when it is lost. */
export function useWorld(open: readonly string[]): Following {
	const { world, tell, read, forget } = useNews();
	const [attempt, setAttempt] = useState(0);
	const shown = useRef(open);
	shown.current = open;

	const reload = useCallback(
		() =>
			read(async () => {
				const [phones, agents, traffic, lists] = await Promise.all([
					api.phones(),
					api.agents(),
					api.traffic(),
					Promise.all(shown.current.map(async (number) => [number, await api.entries(number)])),
				]);
				const timelines = Object.fromEntries(lists) as World['timelines'];
				return { type: 'loaded', world: { phones, agents, timelines, traffic } };
			}),
		[read],
	);

	useEffect(() => {
		for (const number of open) {
			if (world.timelines[number] || world.connection !== 'connected') continue;
			void read(async () => ({ type: 'timeline', number, entries: await api.entries(number) }));
		}
	}, [open, world.connection, read]);

	useEffect(() => {
		const source = new EventSource('/sandbox/events');
		let settle: ReturnType<typeof setTimeout> | undefined;
		const on = (name: string, act: (data: string) => void) =>
			source.addEventListener(name, ({ data }: MessageEvent<string>) => act(data));

		source.addEventListener('open', () => void reload());
		source.addEventListener('error', () => {
			// Everything is read again once it is connected.
			forget();
			tell({ type: 'lost' });
		});
		on('reset', () => {
			forget();
			void reload();
		});
		on('phone', (data) => tell({ type: 'phone', phone: JSON.parse(data) as PhoneView }));
		on('message', (data) => {
			tell({ type: 'entry', entry: api.readEntry(data) });
			clearTimeout(settle);
			settle = setTimeout(() => {
				void read(async () => ({ type: 'phones', phones: await api.phones() }));
			}, SETTLE_MS);
		});
		on('traffic', (data) =>
			tell({ type: 'traffic', exchange: JSON.parse(data) as TrafficSummary }),
		);
		on('agentTyping', (data) => {
			const typing = JSON.parse(data) as Typing;
			tell({ type: 'typing', typing });
			setTimeout(() => tell({ type: 'typed', typing }), TYPING_SHOWN_MS);
		});
		return () => {
			clearTimeout(settle);
			source.close();
		};
	}, [attempt, reload, read, tell, forget]);

	return { world, retry: () => setAttempt((count) => count + 1) };
}
