import { useRef, useState } from 'preact/hooks';
import { wordsOf } from '../../lib/ask';
import * as api from '../lib/api';
import type { Agent, MessageEntry, Place, Traits } from '../lib/types';

const SHOWN_MS = 4000;

/** What the person does with a phone; where the sandbox refuses, the phone says why. */
export interface Acts {
	/** What the phone has to say for a moment. */
	toast: string;
	say(words: string): void;
	/** Tells whether it left the phone. */
	write(text: string): Promise<boolean>;
	typing(): void;
	tap(message: MessageEntry, place: Place): void;
	/** Taps one of the chips below a message: they go at once, and are back where the phone could not tell of it. */
	answer(message: MessageEntry, place: Place): void;
	/** The message whose chips were tapped. */
	answered: string | undefined;
	sendFile(name: string): void;
	sendLocation(): void;
	subscribe(subscribed: boolean): void;
	block(blocked: boolean, spam?: boolean): void;
	change(traits: Traits): void;
	/** Turns a switch over, from what it was turned to last. */
	toggle(trait: keyof Traits, isOn: boolean): void;
}

export function useActs(number: string, agent: Agent | undefined): Acts {
	const [toast, setToast] = useState('');
	const [answered, setAnswered] = useState<string>();
	const hidesToast = useRef<ReturnType<typeof setTimeout>>(undefined);
	const last = useRef<Promise<unknown>>(Promise.resolve());
	const turned = useRef(new Map<keyof Traits, boolean>());
	const underWay = useRef(new Set<string>());

	const say = (words: string) => {
		setToast(words);
		clearTimeout(hidesToast.current);
		hidesToast.current = setTimeout(() => setToast(''), SHOWN_MS);
	};
	/** The sandbox hears of things in the order in which they were done. */
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const done = last.current.then(work);
		last.current = done.catch(() => undefined);
		return done;
	};
	const tried = async (work: () => Promise<unknown>): Promise<boolean> => {
		try {
			await inTurn(work);
			return true;
		} catch (error) {
			say(wordsOf(error));
			return false;
		}
	};
	const attempt = (work: () => Promise<unknown>) => void tried(work);
	const id = agent?.id ?? '';
	return {
		toast,
		answered,
		say,
		write: (text) => tried(() => api.write(number, text, id)),
		// Nobody is told that nobody could be told.
		typing: () => void inTurn(() => api.typing(number, id)).catch(() => undefined),
		async tap(message, place) {
			const what = `${message.key} ${place.cardIndex} ${place.suggestionIndex}`;
			// The second half of a double click is none of its own.
			if (underWay.current.has(what)) return;
			underWay.current.add(what);
			await tried(() => api.tap(message, place));
			underWay.current.delete(what);
		},
		async answer(message, place) {
			setAnswered(message.key);
			const told = await tried(() => api.tap(message, place));
			if (!told) setAnswered((now) => (now === message.key ? undefined : now));
		},
		sendFile: (name) => attempt(() => sendOwnFile(number, name, id)),
		sendLocation: () => attempt(() => api.sendLocation(number, id)),
		subscribe: (subscribed) => attempt(() => api.subscribe(number, subscribed, id)),
		block: (blocked, spam = false) => attempt(() => api.block(number, { blocked, spam }, id)),
		change: (traits) => attempt(() => api.change(number, traits)),
		async toggle(trait, isOn) {
			const on = !(turned.current.get(trait) ?? isOn);
			turned.current.set(trait, on);
			await tried(() => api.change(number, { [trait]: on }));
			if (turned.current.get(trait) === on) turned.current.delete(trait);
		},
	};
}

/** Sends one of the files that every phone has. */
async function sendOwnFile(number: string, name: string, agent: string): Promise<void> {
	const url = `${location.origin}/media/${name}`;
	const { size: bytes, type: mimeType } = await (await fetch(url)).blob();
	await api.sendFile(number, { url, name, mimeType, bytes }, agent);
}
