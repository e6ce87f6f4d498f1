/** The answers that stand in for the true one when trouble was asked for. */
import { type Answer, htmlPage, page, textContent } from './answer.ts';
import { duplicateAnswer } from './balikan.ts';
import { type Account, findRoute, type HttpRequest, noticeAnswer } from './lookup.ts';
import { unknownNoticeText } from './notices.ts';
import type { ReplacingTrouble } from './trouble.ts';

export function lookupReplacement(
  accounts: readonly Account[],
  trouble: ReplacingTrouble,
  request: HttpRequest,
): Answer {
  const account = findRoute(accounts, request.path)?.account;
  if (account === undefined) return htmlPage(404, 'Not Found');
  const { style } = account.consumer;
  if (trouble.kind === 'notice') return noticeAnswer(account, trouble.code);
  const content = trouble.kind === 'unknown-notice' ? [textContent(style, unknownNoticeText, undefined)] : [];
  if (trouble.kind === 'unknown-notice' || trouble.kind === 'empty-content') {
    return page(style, content, account.quota.remaining, trouble.kind);
  }
  return plainReplacement(trouble);
}

export function plainReplacement(trouble: ReplacingTrouble): Answer {
  const plain = { status: 200, contentType: 'application/json', outcome: trouble.kind };
  switch (trouble.kind) {
    case 'status':
      return htmlPage(trouble.status, 'Error');
    case 'redirect':
      return { ...htmlPage(302, 'Found'), headers: { Location: 'https://192.0.2.1/dukcapil/get_json' } };
    case 'text-500':
      return { ...plain, status: 500, contentType: 'text/plain', body: 'Server Error' };
    case 'garbage':
      return { ...plain, body: '\u0000%PDF-nonsense {"content":' };
    case 'empty-body':
      return { ...plain, body: '' };
    case 'duplicate':
      return duplicateAnswer();
    case 'other-count':
      return { ...plain, body: '{"message":"Success","jumlah":0}' };
    case 'other-records':
      return { ...plain, body: '{"message":"Success","data":[{"NIK":"4001014101900009"}]}' };
    default:
      return htmlPage(500, 'Internal Server Error');
  }
}
