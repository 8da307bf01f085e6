import type { INodeProperties } from 'n8n-workflow';
import type { FileToUpload } from '../../../core/chat';
import { asString, defined } from '../../../core/json';
import { output, outputField, requiredText, senderField } from '../fields';
import { eachItem, type Job, type Resource } from '../operation';

const key: INodeProperties = {
	displayName: 'Media Key',
	name: 'mediaKey',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.media.key }}',
	description: 'What names the file in the event of RCS Trigger, in its field media.key',
};

const fileFields: readonly INodeProperties[] = [
	{
		displayName: 'File From',
		name: 'fileFrom',
		type: 'options',
		options: [
			{ name: 'Input Item', value: 'binary', description: 'A file that the item carries' },
			{ name: 'URL', value: 'url', description: 'A file on the web that the provider fetches' },
		],
		default: 'url',
	},
	{
		displayName: 'File URL',
		name: 'fileUrl',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://shop.example.com/lamp.jpg',
		displayOptions: { show: { fileFrom: ['url'] } },
	},
	{
		displayName: 'Thumbnail URL',
		name: 'thumbnailUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://shop.example.com/lamp-small.jpg',
		description: 'A small picture shown while the file loads',
		displayOptions: { show: { fileFrom: ['url'] } },
	},
	{
		displayName: 'Input Data Field Name',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		hint: 'The name of the input field containing the binary file data to be uploaded',
		displayOptions: { show: { fileFrom: ['binary'] } },
	},
];

async function fileOf({ read, file }: Job): Promise<FileToUpload> {
	if (read('fileFrom') === 'binary')
		return await file(requiredText(read('binaryPropertyName'), 'Input Data Field Name'));
	const url = requiredText(read('fileUrl'), 'File URL');
	return { url, ...defined({ thumbnailUrl: asString(read('thumbnailUrl'))?.trim() }) };
}

export const media: Resource = {
	name: 'Media',
	value: 'media',
	description: 'Files that people sent, and files to send',
	operations: [
		eachItem({
			name: 'Get Download URL',
			value: 'getUrl',
			action: 'Get download URL of media',
			description: 'Get where a file that a person sent can be downloaded now',
			method: (provider) => provider.media,
			fields: [key],
			run: async (media, call, { read }) => [
				await media(call, requiredText(read('mediaKey'), key.displayName)),
			],
		}),
		eachItem({
			name: 'Upload',
			value: 'upload',
			action: 'Upload media',
			description: 'Hand a file to the provider; messages then name it by the URL this gives',
			method: (provider) => provider.upload,
			fields: [senderField, ...fileFields, outputField],
			run: async (upload, call, job) => output(job, [await upload(call, await fileOf(job))]),
		}),
	],
};
