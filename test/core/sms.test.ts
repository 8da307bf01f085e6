import { smsSize } from '../../core/message/sms';

const GSM_1 = 'a';
const GSM_2 = '€';
const UCS_1 = '水';
const UCS_2 = '😀';

test.each([
	['', 'GSM-7', 0, 1],
	[GSM_1.repeat(160), 'GSM-7', 160, 1],
	[GSM_1.repeat(161), 'GSM-7', 161, 2],
	[GSM_1.repeat(306), 'GSM-7', 306, 2],
	[GSM_1.repeat(307), 'GSM-7', 307, 3],
	[GSM_2.repeat(80), 'GSM-7', 160, 1],
	[GSM_2.repeat(80) + GSM_1, 'GSM-7', 161, 2],
	['{}[]~\\^|€\f', 'GSM-7', 20, 1],
	['£é\nÄ', 'GSM-7', 4, 1],
	[UCS_1.repeat(70), 'UCS-2', 70, 1],
	[UCS_1.repeat(71), 'UCS-2', 71, 2],
	[UCS_1.repeat(134), 'UCS-2', 134, 2],
	[UCS_1.repeat(135), 'UCS-2', 135, 3],
	[UCS_2.repeat(35), 'UCS-2', 70, 1],
	[`${GSM_1.repeat(69)}…`, 'UCS-2', 70, 1],
	['`', 'UCS-2', 1, 1],
])('%p', (text, encoding, units, parts) => {
	expect(smsSize(text)).toEqual({ encoding, units, parts });
});

test('a character of two units is not split over two parts', () => {
	// 153 septets a part: 76 escapes fill 152 of them, and the 153rd stays empty.
	expect(smsSize(GSM_2.repeat(153)).parts).toBe(3);
	expect(smsSize(GSM_1 + GSM_2.repeat(152)).parts).toBe(2);
	// 67 units a part: 33 emoji fill 66 of them.
	expect(smsSize(UCS_2.repeat(67)).parts).toBe(3);
	expect(smsSize(UCS_1 + UCS_2.repeat(66)).parts).toBe(2);
});
