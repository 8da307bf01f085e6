import { useState } from 'preact/hooks';
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
	sendFile(name: string): void;
	sendLocation(): void;
	subscribe(subscribed: boolean): void;
	block(blocked: boolean, spam?: boolean): void;
	change(traits: Traits): void;
}

export function useActs(number: string, agent: Agent | undefined): Acts {
	const [toast, setToast] = useState('');
	const say = (words: string) => {
		setToast(words);
		setTimeout(() => setToast((shown) => (shown === words ? '' : shown)), SHOWN_MS);
	};
	const tried = async (work: Promise<unknown>): Promise<boolean> => {
		try {
			await work;
			return true;
		} catch (error) {
			say(error instanceof Error ? error.message : String(error));
			return false;
		}
	};
	const attempt = (work: Promise<unknown>) => void tried(work);
	const id = agent?.id ?? '';
	return {
		toast,
		say,
		write: (text) => tried(api.write(number, text, id)),
		// Nobody is told that nobody could be told.
		typing: () => void api.typing(number, id).catch(() => undefined),
		tap: (message, place) => attempt(api.tap(message, place)),
		sendFile: (name) => attempt(sendOwnFile(number, name, id)),
		sendLocation: () => attempt(api.sendLocation(number, id)),
		subscribe: (subscribed) => attempt(api.subscribe(number, subscribed, id)),
		block: (blocked, spam = false) => attempt(api.block(number, { blocked, spam }, id)),
		change: (traits) => attempt(api.change(number, traits)),
	};
}

/** Sends one of the files that every phone has. */
async function sendOwnFile(number: string, name: string, agent: string): Promise<void> {
	const url = `${location.origin}/media/${name}`;
	const { size: bytes, type: mimeType } = await (await fetch(url)).blob();
	await api.sendFile(number, { url, name, mimeType, bytes }, agent);
}
