import * as api from './api.js';
import { openAgent, state } from './state.js';

/** The picture every phone has: one of the sandbox's own. */
const NAME = 'parcel.svg';

/** Sends the picture as the person who holds the phone. */
async function sendPicture() {
	const url = `${location.origin}/media/${NAME}`;
	const { size: bytes, type: mimeType } = await (await fetch(url)).blob();
	await api.sendFile(state.selected, { url, name: NAME, mimeType, bytes }, openAgent().id);
}

document.getElementById('attach').addEventListener('click', sendPicture);
