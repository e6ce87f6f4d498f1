/** The discipline of asking, R-040 to R-050. */
import type { Chapter } from '../rule.ts';

export const inquiry: Chapter = {
  title: 'Inquiry discipline',
  rules: [
    {
      rule: 'R-040',
      title:
        'Typed NIKs are not sequential; a held one goes through by the word of a second person, in its visit only',
      code: {
        'electron/desk/pacing.ts': ['#sequential', 'completesProgression'],
        'electron/desk/exceptions.ts': ['Exceptions'],
        'electron/gateway/trace.ts': ['traceOf'],
      },
      messages: ['NIK_SEQUENTIAL', 'asking.exception.lead'],
      tests: {
        'test/gateway/pacing.test.ts': [
          '%j ends in %s',
          'no three NIKs in equal steps of the serial pass, whatever the region, the birth date and the order',
          'scenario 7: the neighbour of R1 is held, and what comes eight seconds later is too fast',
        ],
        'electron/desk/desk.test.ts': [
          'a held NIK costs no hit, and goes through once a second person approved it, in its visit only',
          'the operator who asked cannot approve it, whatever else they are',
        ],
        'electron/gateway/trace.test.ts': ['no digits of the NIK stand in its trace'],
        'electron/visit/asking.test.ts': ['lets one held NIK through, which is then asked about at once'],
        'test/electron/scenario-last-day.test.ts': [
          'the one next to it is held without a hit, and goes on over the signature of the access manager',
        ],
      },
    },
    {
      rule: 'R-041',
      title: 'Typed NIKs follow no pattern, and nobody guesses',
      code: {
        'electron/desk/pacing.ts': ['#patterned', '#guessing'],
      },
      messages: ['NIK_PATTERNED'],
      tests: {
        'test/gateway/pacing.test.ts': ['%s is held'],
        'electron/desk/desk.test.ts': ['the fifth guess in ten minutes is held'],
      },
    },
    {
      rule: 'R-042',
      title:
        'Not in quick succession: 20 seconds between typed NIKs, six in five minutes, 5 seconds between taps',
      code: {
        'electron/desk/pacing.ts': ['#tooFast', 'tapped'],
        'renderer/visit/screens/Countdown.tsx': ['Countdown'],
      },
      messages: ['NIK_TOO_FAST', 'visit.wait.lead'],
      tests: {
        'electron/desk/desk.test.ts': [
          'a typed inquiry keeps twenty seconds from the one before and says until when',
          'attempts count, also refused ones: the seventh within five minutes waits for the first to leave',
          'two taps on one reader keep five seconds, unless the first read failed',
        ],
        'test/electron/practice.test.ts': [
          'that follows another too soon is held back by a countdown, and nothing is asked',
        ],
        'test/electron/scenario-last-day.test.ts': [
          'a third, eight seconds later, is too fast and costs nothing',
        ],
      },
    },
    {
      rule: 'R-043',
      title: 'No lists, no pasting, no scripting: a NIK is typed, and every call needs the permit of a visit',
      code: {
        'renderer/visit/screens/TypeNik.tsx': ['refusePaste'],
        'electron/program/policy.ts': ['permit'],
        'electron/contract/channels/index.ts': ['channels'],
      },
      messages: ['visit.nik.noPaste'],
      tests: {
        'electron/program/policy.test.ts': ['gets no permit once it is closed, or when it never was'],
        'test/electron/rules.test.ts': [
          'a NIK is typed: pasting or dropping one is refused in words, and so is a name (R-021, R-043)',
        ],
      },
    },
    {
      rule: 'R-044',
      title:
        'The daily quota: every call that left counts, on the agreement’s own day; Dukcapil’s word closes it',
      code: {
        'electron/desk/quota.ts': ['reserveHit', 'quotaStanding', 'quotaWarning', 'wholeQuota'],
        'electron/desk/books.ts': ['bookHits'],
        'electron/ledger/quota-ledger.ts': ['quotaLedger'],
      },
      messages: ['QUOTA_EXHAUSTED_LOCAL', 'QUOTA_WARNING', 'QUOTA_EXHAUSTED'],
      tests: {
        'electron/desk/desk.test.ts': [
          'hit 200 is given and 201 refused, also after a restart, until the midnight of the agreement',
          'every call that left counts, one that never left does not, nor does a refusal',
          'what Dukcapil says closes the day, also without a limit',
          'a PoC letter lifts the limit and its promise alone does not',
          'at %i hits the warning is %s',
          'a computer set to %s has the same day',
          'a counter that holds 120 of the 200 stops at 120, and is told its share',
        ],
        'electron/desk/desk.adversarial.test.ts': [
          'in any order of asking, reporting, restarting and waiting no day gives more permits than its quota',
        ],
        'electron/ledger/ledger.test.ts': [
          'reserve a hit before it is used, up to the limit, per day and agreement, over a restart',
        ],
        'test/electron/notices.test.ts': [
          '05 is shown to the letter and closes the quota of the day: nothing more is asked today',
        ],
        'test/electron/scenario-quota.test.ts': [
          'the two hundredth hit of the day is answered, and the service is recorded',
          'the two hundred and first is refused here, before Dukcapil hears of it, and the screen says when to ask again',
          'a new day has a new quota',
        ],
      },
      decided: 'one counter holds the whole quota; the seam for a share by signed lease is there and tested',
    },
    {
      rule: 'R-045',
      title: 'The form of a NIK is checked before a hit is spent; an unknown region only warns',
      code: {
        'electron/contract/nik.ts': ['checkNik'],
        'electron/visit/visit.ts': ['#typeNik'],
      },
      messages: ['NIK_FORMAT_INVALID'],
      tests: {
        'electron/contract/nik.test.ts': [
          'resident %s passes without a warning',
          '%s is refused for %s',
          '29 February 2000 exists although 1900 was no leap year',
          'an unknown region is a warning, because tables age',
        ],
        'electron/visit/visit.test.ts': [
          'takes a typed NIK with a reason, and refuses one that is not well formed without asking anybody',
        ],
      },
    },
    {
      rule: 'R-046',
      title:
        'The nine official answers to the letter, explained, with no value beside them; unknown ones get no meaning',
      code: {
        'electron/contract/notice-texts.ts': ['noticeTexts'],
        'electron/gateway/notices.ts': ['noticesByCode', 'foldNoticeText'],
        'electron/visit/judgement.ts': ['noticeText', 'judged', 'portalJudged'],
        'electron/visit/view.ts': ['drawView'],
        'electron/contract/inquiry.ts': ['officialTexts'],
      },
      messages: [
        'FOUND_DECEASED',
        'FOUND_DUPLICATE',
        'NOT_FOUND',
        'FOUND_INACTIVE',
        'NOT_FOUND_BAD_FORMAT',
        'AUTH_FAILED',
        'QUOTA_EXHAUSTED',
        'INSTITUTION_INACTIVE',
        'USER_ID_INACTIVE',
        'UNKNOWN_ANSWER',
        'asking.compare.title',
      ],
      tests: {
        'test/gateway/client.test.ts': [
          'code %s is %s in every wording, with its code and without',
          'the nine official texts are recognised word for word and every notice is explained',
          'an unknown notice keeps its words and gets no meaning',
        ],
        'electron/gateway/answer.test.ts': [
          'nothing is shown beside a notice, even when the record came with it',
        ],
        'electron/visit/visit.test.ts': [
          'shows a notice verbatim, no value beside it, and offers no storing',
        ],
        'electron/desk/desk.test.ts': ['"Instansi tidak aktif" suspends the agreement, once (scenario 14)'],
        'test/electron/notices.test.ts': [
          '%s is shown to the letter, explained, and beside no value of the resident',
        ],
        'electron/program/policy.test.ts': [
          'is about one NIK, which may be entered once more when Dukcapil does not know it (R-026, R-046)',
        ],
        'electron/visit/asking.test.ts': ['shows %s to the letter and no value beside it'],
        'test/electron/halt.test.ts': [
          'is read to the letter, and after it nobody is served until the head resumes the agreement',
        ],
        'test/electron/scenario-applicants.test.ts': [
          '%s hears %s to the letter, waits, and nothing is kept',
        ],
        'test/electron/scenario-portal.test.ts': [
          'bring the official words and a neutral explanation, and no value',
        ],
        'electron/program/duties-of.test.ts': [
          'a User ID that Dukcapil calls inactive is a task until another is asked for (R-046)',
        ],
      },
    },
    {
      rule: 'R-047',
      title:
        'A technical failure is no answer: at most one repetition, and the service may go on as unverified',
      code: {
        'electron/gateway/client.ts': ['isRepeatable', 'transportError'],
        'electron/visit/judgement.ts': ['judged', 'portalJudged'],
      },
      messages: ['GATEWAY_UNREACHABLE', 'GATEWAY_TIMEOUT', 'IP_NOT_REGISTERED', 'visit.form.unverifiedNote'],
      tests: {
        'test/gateway/client.test.ts': [
          '%o ends in %s after %i hits',
          'a server that is busy once is asked once more, and both calls count',
        ],
        'electron/gateway/answer.test.ts': [
          'a success code without data is a protocol error and never "not found"',
        ],
        'electron/visit/visit.test.ts': [
          'goes on unverified when the gateway is silent, and still owes data balikan',
        ],
        'electron/program/policy.test.ts': [
          'calls nobody verified whom Dukcapil did not confirm in this visit',
        ],
        'electron/visit/asking.test.ts': ['does not take a portal that is silent for an answer'],
        'test/electron/scenario-quota.test.ts': [
          'the service goes on, marked as not verified, and nothing of the card is kept',
        ],
      },
    },
    {
      rule: 'R-048',
      title:
        'Only the granted access method; with the portal the officer reads and Ketuk records, without scripting it',
      code: {
        'electron/desk/standing.ts': ['methodNotGranted'],
        'electron/visit/method.ts': ['inquiryMethod'],
        'renderer/visit/screens/Portal.tsx': ['Portal'],
      },
      messages: ['METHOD_NOT_GRANTED', 'asking.portal.title'],
      tests: {
        'electron/desk/desk.test.ts': [
          'with %o a read is %s and an inquiry is %s',
          '%s over a connection that makes %s, under %o: %s',
        ],
        'electron/visit/asking.test.ts': [
          'is the web service where it was granted, in the way of the institution',
          'is the portal without addendum and PoC letter, and where no program has a way to Dukcapil',
          'is none where the agreement grants none, and nothing is asked then',
          'gives the officer the NIK and the granted elements, and tells main codes only',
        ],
        'test/electron/portal.test.ts': [
          'data found in the portal and compared with the papers serves the applicant and keeps nothing',
        ],
      },
    },
    {
      rule: 'R-049',
      title:
        'Closed network only, checked before each call by address and by interface; certificates are pinned',
      code: {
        'electron/network/closed-network.ts': ['closedNetworkOf', 'checkRoute'],
        'electron/network/pinned-connection.ts': ['openPinned', 'tlsProblem'],
        'electron/network/http-client.ts': ['callOnce'],
        'electron/visit/inquiry.ts': ['#whyImpossible'],
      },
      messages: ['NOT_CLOSED_NETWORK', 'GATEWAY_CERTIFICATE'],
      tests: {
        'electron/network/http-client.test.ts': [
          'an endpoint outside the ranges is refused without a connection',
          'a computer without an interface in the ranges is refused without a connection',
          'a name must resolve to nothing but addresses inside, and the connection goes to that address',
          'the way is checked again before a call on a warm connection',
          'a proxy named in the environment is not asked',
        ],
        'test/gateway/client.test.ts': ['a server with another certificate hears nothing of the request'],
        'electron/sender/core.test.ts': ['an endpoint outside the closed network is never called'],
        'electron/visit/asking.test.ts': ['is used inside the closed network only (R-049)'],
      },
    },
    {
      rule: 'R-050',
      title:
        'No more network points than the agreement has; one connection, one call at a time; data balikan outside the peak',
      code: {
        'electron/agreement/connection.ts': ['installConnection'],
        'electron/network/http-client.ts': ['PinnedAgent'],
        'electron/outbox/sender.ts': ['waitsForPeak'],
      },
      messages: ['NETWORK_POINT_LIMIT'],
      tests: {
        'electron/agreement/agreements.test.ts': [
          'is no network point of an agreement that has none (R-050)',
        ],
        'electron/network/http-client.test.ts': ['calls share one connection and wait for each other'],
        'electron/outbox/sender.test.ts': [
          'wait while somebody is served over a narrow line, but not for ever and not when asked for',
        ],
      },
      decided:
        'a counter knows its own network point and no other; several points of one institution are counted by the manager who registers them, until counters share a lease (design 12, R-044)',
    },
  ],
};
