# Words of Retake. Sections follow the screens; keys begin with the section's name.
# Sentence case, no full stop after a single sentence; banners have two sentences, each with one.

## Names

screen-practice = 연습
screen-timeline = 타임라인
screen-settings = 설정
place-record = 기록
tab-question = 질문
tab-drill = 전환 훈련
tab-interview = 모의 면접
tab-settings = 일반
tab-check = 소리 점검
keys-go-record = 기록으로 가기
keys-tab = 이전·다음 탭
language-korean = 한국어
language-korean-own = 한국어
language-english = English
principle-customer-obsession = 고객에 대한 집착
principle-ownership = 주인의식
principle-invent-and-simplify = 발명과 단순화
principle-are-right-a-lot = 정확하고 옳은 판단
principle-learn-and-be-curious = 배움과 호기심
principle-hire-and-develop-the-best = 최고의 인재 채용과 육성
principle-insist-on-the-highest-standards = 최고의 기준 고수
principle-think-big = 크게 생각하기
principle-bias-for-action = 신속한 판단과 실행
principle-frugality = 절약
principle-earn-trust = 신뢰 얻기
principle-dive-deep = 깊이 파고들기
principle-have-backbone = 소신 있는 반대와 헌신
principle-deliver-results = 성과 창출
principle-earths-best-employer = 지구 최고의 고용주
principle-broad-responsibility = 성공과 규모에 따르는 책임

## Dates

date-today = 오늘
date-yesterday = 어제
month-1 = 1월
month-2 = 2월
month-3 = 3월
month-4 = 4월
month-5 = 5월
month-6 = 6월
month-7 = 7월
month-8 = 8월
month-9 = 9월
month-10 = 10월
month-11 = 11월
month-12 = 12월
weekday-mon = 월
weekday-tue = 화
weekday-wed = 수
weekday-thu = 목
weekday-fri = 금
weekday-sat = 토
weekday-sun = 일

## Faults: what happened, then what to do

fault-no-microphone = 마이크를 찾지 못했어요.
fault-no-microphone-do = 마이크를 꽂거나 켠 다음 다시 시도하세요.
fault-no-speaker = 스피커를 찾지 못했어요.
fault-no-speaker-do = 스피커나 이어폰을 연결한 다음 다시 재생하세요.
fault-permission = 시스템에서 마이크 사용을 막고 있어요.
fault-permission-do = 시스템의 개인정보 보호 설정에서 마이크를 허용하고 다시 시도하세요.
fault-busy = 다른 프로그램이 이 장치를 쓰고 있어요.
fault-busy-do = 통화나 녹음 프로그램을 닫거나, 설정에서 다른 장치를 고르세요.
fault-lost = 마이크 연결이 끊겼어요.
fault-lost-do = 다시 꽂거나, 설정에서 다른 마이크를 고르세요.
fault-server = 시스템의 소리 서비스가 응답하지 않아요.
fault-server-do = 잠시 뒤 다시 시도하고, 계속 그러면 소리 서비스를 다시 시작하세요.
fault-no-samples = 1초 넘게 소리가 들어오지 않아요.
fault-no-samples-do = 케이블이나 무선 연결을 확인하세요. 녹음은 계속 열려 있어요.
fault-only-zeros = 마이크에서 아무 소리도 나지 않아요.
fault-only-zeros-do = 음소거 버튼과 시스템의 개인정보 보호 설정을 확인하세요.
fault-suspended = 녹음하는 동안 컴퓨터가 절전 모드에 들어갔어요.
fault-suspended-do = 그 전까지는 저장했어요. 준비되면 이어서 녹음하세요.
fault-disk-slow = 디스크가 잠시 응답하지 않아요.
fault-disk-slow-do = 아직 잃은 소리는 없어요. 디스크를 많이 쓰는 프로그램을 닫아 주세요.
fault-folder-gone = 녹음하는 동안 이 답의 폴더가 지워졌어요.
fault-folder-gone-do = 말한 내용은 원래 자리에 다시 저장했어요.
fault-too-long = 세 시간이 되어 녹음을 마쳤어요.
fault-too-long-do = 전부 저장했어요. 이어서 하려면 새로 녹음하세요.
fault-disk-full = 디스크가 가득 찼어요.
fault-disk-full-do = 공간을 비워 주세요. 지금까지 녹음한 것은 남아 있어요.
fault-library-in-use = 이 보관함은 다른 Retake에서 열려 있어요.
fault-library-in-use-do = 다른 창을 닫거나, 설정에서 다른 폴더를 고르세요.
fault-library-missing = 보관함 폴더를 열 수 없어요.
fault-library-missing-do = 드라이브를 다시 연결하거나, 설정에서 다른 폴더를 고르세요.
fault-library-read-only = 보관함 폴더에 쓸 수 없어요.
fault-library-read-only-do = 쓰기를 허용하거나, 설정에서 다른 폴더를 고르세요.
fault-library-newer = 더 새로운 Retake에서 만든 파일이에요.
fault-library-newer-do = 읽고 들을 수는 있어요. 고치려면 Retake를 업데이트하세요.
fault-broken-attempt = 답 하나를 읽을 수 없어요.
fault-broken-attempt-do = 나머지는 모두 그대로예요. 그 파일은 손대지 않았어요.
fault-broken-pack = 질문 묶음에서 쓸 수 없는 질문이 있어요.
fault-broken-pack-do = 나머지 질문은 그대로 써요. 파일을 고치고 다시 시작하세요.
fault-broken-settings = 설정 파일을 읽을 수 없어요.
fault-broken-settings-do = 기본 설정을 쓰고 있어요. 파일은 그대로 두었어요.
fault-no-dialog = 이 시스템에는 파일 선택 창이 없어요.
fault-no-dialog-do = 설정에서 폴더 경로를 직접 입력하거나 붙여 넣으세요.
fault-save-failed = 바뀐 내용을 저장하지 못했어요.
fault-save-failed-do = 이전 내용은 그대로 있어요. 디스크 공간과 쓰기 권한을 확인하세요.
fault-move-failed = 답을 옮기지 못했어요.
fault-move-failed-do = 있던 자리에 그대로 있어요. 폴더 권한을 확인하세요.
fault-write-failed = 녹음을 쓰지 못했어요.
fault-write-failed-do = 지금까지 쓴 것은 남아 있어요. 디스크 공간과 쓰기 권한을 확인하세요.
fault-unreadable = 이 녹음은 재생할 수 없어요.
fault-unreadable-do = 파일은 그대로 두었어요.
fault-sound-other = 소리 장치에 문제가 생겼어요.
fault-sound-other-do = 다시 시도하거나, 설정에서 다른 장치를 고르세요.
fault-dropped = 소리 { $secs }초가 빠졌어요.
fault-dropped-do = 빠진 자리는 무음으로 남겨 두었어요. 컴퓨터가 바빴던 것 같으니 다른 프로그램을 닫아 보세요.
fault-line = { $line }번째 줄
fault-saved = { $time }까지 저장했어요.

## Command line

cli-help =
    Retake: 면접 답변을 소리 내어 녹음하고, 다시 듣고, 스스로 평가해요.

    retake [--library 폴더] [--language ko|en] [--seed 숫자]
    retake analyse 파일.wav [--cue 초] [--cue-sound 초] [--json]

      --library 폴더     답과 설정을 이 폴더에 보관해요
                         (RETAKE_LIBRARY도 돼요. 없으면 { $folder })
      --language ko|en   이번 실행의 화면 언어
      --seed 숫자        질문과 신호를 같은 순서로 다시 뽑아요
      -h, --help         이 도움말
      -V, --version      버전

      analyse 파일.wav   목소리가 어디서 이어지고 쉬는지, 얼마나 유창한지 알려 줘요
      --cue 초           언어를 바꾸라는 신호가 나온 때
      --cue-sound 초     신호음의 길이. 그동안은 목소리로 세지 않아요
      --json             스크립트용으로 모두 보여 줘요. 시간은 초예요
cli-analysis-file = { $file }: { $length }초
cli-analysis-silent = { $file }: { $length }초 동안 목소리가 없어요
cli-analysis-voice = 목소리: { $answer }초 중 { $voice }초({ $percent }%), { $first }초 뒤에 시작했어요
cli-analysis-runs = 이어 말하기: { $runs }번, 평균 { $mean }초
cli-analysis-pauses = 쉼: { $pauses }번, 말한 시간 1분에 { $rate }번. 절반은 { $median }초, 열에 아홉은 { $long }초까지, 가장 긴 쉼은 { $longest }초
cli-analysis-syllables = 음절(어림): { $nuclei }개. 1초에 { $speech }개, 쉼을 빼면 { $articulation }개
cli-analysis-switch = 전환: 신호 뒤 { $latency }초. 멈추기까지 { $disengage }초, 쉼 { $gap }초, 다시 이어 말하기까지 { $restart }초
cli-analysis-unclear = 전환: 알 수 없었어요. 직접 듣고 표시해 주세요

## Shell: rail, banner, toast

shell-all-keys = 모든 키
shell-recording = 녹음 중
shell-undo = 되돌리기
shell-trashed = 휴지통으로 옮겼어요
shell-repaired = 중간에 끊긴 답 { $count }개를 되살렸어요
shell-dismiss = 닫기
shell-details = 자세히
shell-more-faults = 이 앞에 알릴 것이 { $count }개 더 있었어요
shell-choose-microphone = 마이크 고르기…
shell-microphone = 마이크…

## Practice

practice-filter = 질문
practice-all-principles = 모든 원칙
practice-left = 질문 { $count }개 남음
practice-microphone = 마이크: { $name }
practice-looking = 마이크를 찾는 중…
practice-no-microphone = 마이크 없음
practice-space = { $minutes }분 녹음할 수 있음
practice-saved = { $time }까지 저장됨
practice-all-saved = { $time }까지 모두 저장됨
practice-answered = { $count }번 답함
practice-answered-scored = { $count }번 답함 · 지난 점수 { $score }
practice-follow-ups = 꼬리질문 { $count }개가 이어져요
practice-view-in-english = 영어로 보기
practice-view-in-korean = 한국어로 보기
practice-reading = 질문을 읽는 중…
practice-no-questions = 물어볼 질문이 없어요
practice-no-questions-do = 질문 묶음을 하나도 읽지 못했어요. 보관함의 packs 폴더에 질문 묶음을 넣고 다시 시작하세요.
practice-not-drawn = 질문을 뽑아 시작하세요
practice-not-drawn-do = ‘다음 질문’을 누르면 하나를 골라 드려요. 모두 나올 때까지 같은 질문은 다시 나오지 않아요.
practice-plan = 말할 언어
practice-plan-korean = 처음부터 끝까지 한국어로 답해요
practice-plan-english = 처음부터 끝까지 영어로 답해요
practice-plan-to-english = 말하는 도중에 예고 없이 영어로 바꾸라는 신호가 나올 수 있어요
practice-plan-to-korean = 말하는 도중에 예고 없이 한국어로 바꾸라는 신호가 나올 수 있어요
practice-think = 생각할 시간
practice-think-none = 없음
practice-secs = { $secs }초
practice-next = 다음 질문
practice-star-show = STAR 눈금 보이기
practice-star-hide = STAR 눈금 숨기기
practice-cancel = 돌아가기
practice-answer = 답하기
practice-start-now = 지금 시작
practice-waiting = 마이크를 기다리는 중…
practice-stop = 멈추기
practice-saving = 저장하는 중…
practice-saving-closing = 저장하고 닫는 중…
practice-blocked-opening = 보관함을 여는 중…
practice-blocked-failed = 보관함이 열려 있지 않아 녹음할 수 없어요
practice-blocked-question = 먼저 질문을 뽑으세요
practice-blocked-questions = 질문이 없어 녹음할 수 없어요
practice-seconds-to-start = { $count ->
   *[other] 초 뒤에 녹음을 시작해요
}
practice-countdown = { $count }초 뒤에 녹음을 시작해요
practice-elapsed = { $target } 중 { $time }
practice-level = 소리 크기
practice-too-loud = 너무 커요
practice-sound = 답하는 소리
practice-progress = 답의 진행
practice-situation = 상황
practice-task = 과제
practice-action = 행동
practice-result = 결과
practice-target = 목표 { $time }
practice-flag = 표시
practice-switch-now = 지금 전환

## Interrupted take

interrupted-lost = 마이크가 빠졌어요.
interrupted-other-do = 다시 꽂거나, { $device } 이어서 녹음하세요.
interrupted-go-on-do = 준비되면 { $device } 이어서 녹음하세요.
interrupted-none-do = 마이크를 다시 꽂으면 이어서 녹음할 수 있어요.
interrupted-failed-do = 다시 시도하거나, 다른 마이크를 고르세요.
interrupted-other = 다른 마이크…
interrupted-back = 녹음으로 돌아가기
interrupted-listen = 여기까지 듣기
interrupted-go-on = { $device } 이어서 녹음
interrupted-retry = { $device } 다시 시도
interrupted-opening = { $device } 여는 중…
interrupted-none = 마이크를 꽂으면 이어서 녹음할 수 있어요
interrupted-start-over = 처음부터 다시
interrupted-start-over-keeps = 지금까지 말한 답은 타임라인에 남아요
interrupted-keys-listen = 마이크가 빠졌을 때 여기까지 듣기
interrupted-keys-start-over = 마이크가 빠졌을 때 처음부터 다시

## Cue

cue-now-in-english = Now in English, please
cue-now-in-korean = 이제 한국어로 말해 보세요

## Review

review-back = 타임라인으로 돌아가기
review-star = 별표 달기
review-unstar = 별표 떼기
review-delete = 휴지통으로 옮기기
review-nth = { $count }번째 답
review-repaired = 녹음이 중간에 끊겼지만, 저장된 소리는 모두 여기 있어요
review-gaps = 소리가 빠진 곳 { $count }군데를 빗금으로 표시했어요
review-read-only = 더 새로운 Retake에서 만든 답이라 듣기만 할 수 있어요
review-cue = 전환 신호
review-flag = { $time } 표시
review-position = 재생 위치
review-position-value = { $total } 중 { $at }
review-loading = 소리를 불러오고 있어요
review-empty = 이 답에는 녹음된 소리가 없어요.
review-empty-do = 질문과 메모는 그대로 있어요. 언제든 다시 답해 보세요.
review-fault-still = 평가와 메모는 그대로 할 수 있어요.
review-play = 재생
review-pause = 일시 정지
review-back-secs = { $secs }초 뒤로
review-forward-secs = { $secs }초 앞으로
review-volume = 음량
review-volume-value = { $percent }%
review-notes = 메모
review-notes-hint = 들으면서 알게 된 것, 다음에 해 볼 것을 적어 두세요
review-retake = 다시 답하기
review-next = 다음 질문
review-rating = 내 평가
review-rated = { $total }개 중 { $rated }개
review-unrated = 아직 매기지 않았어요
review-mean = 평균 { $mean }
review-line-of = { $line } / { $total }
review-line-previous = 이전 항목
review-line-next = 다음 항목
review-key-rate = 매기기
review-key-move = 옮기기
review-saved = 저장됨
review-saving = 저장하는 중…
review-none = 아직 돌아볼 답이 없어요
review-none-go = 연습하러 가기

## Trust

trust-good = 소리 좋음
trust-usable = 쓸 만함
trust-unusable = 믿기 어려움
trust-details = 이 녹음을 믿을 수 있는지
trust-good-why = 소리를 해치는 것을 찾지 못했어요.
trust-device = 마이크
trust-rate = 샘플레이트
trust-room = 주변 소음
trust-voice = 목소리
trust-peak = 가장 큰 소리
trust-missing = 빠진 소리
trust-unknown = 알 수 없음
trust-none = 없음
trust-silent = 들리는 소리가 없어요
trust-silent-do = 음소거 버튼과 고른 마이크를 확인하고 다시 답해 보세요.
trust-little = 목소리가 거의 없어요
trust-little-do = 짧게 답했다면 괜찮아요. 아니라면 마이크를 더 가까이 두세요.
trust-quiet = 목소리가 작아요
trust-quiet-do = 마이크를 가까이 두거나 입력 음량을 높이세요.
trust-clipped = 소리가 너무 커서 찌그러졌어요
trust-clipped-do = 입력 음량을 낮추거나 마이크에서 조금 떨어지세요.
trust-noisy = 목소리에 비해 주변이 시끄러워요
trust-noisy-do = 조용한 곳을 찾거나 마이크를 입 가까이 두세요.
trust-narrow = 전화처럼 답답한 음질이에요
trust-narrow-do = 블루투스 헤드셋의 통화 방식이에요. 유선이나 내장 마이크를 고르면 또렷해져요.
trust-gaps = 소리 { $secs }초가 빠졌어요
trust-gaps-do = 그 자리는 무음이고, 파형에 빗금으로 표시했어요.
trust-repaired = 녹음이 중간에 끊겼어요
trust-repaired-do = 끊기기 전에 저장된 소리는 모두 여기 있어요.
trust-gap-dropped = 컴퓨터가 바빠서 { $secs }초가 빠졌어요
trust-gap-missing = 소리 장치에서 { $secs }초가 오지 않았어요
trust-gap-lost = 마이크가 빠져 { $secs }초가 비었어요
trust-gap-interrupted = 마이크가 빠져 { $secs }초가 비었고, { $away } 뒤 이어서 녹음했어요
trust-secs = { $secs }초
trust-minutes = { $minutes }분 { $secs }초

## Timeline

timeline-title = 타임라인
timeline-principle = 원칙
timeline-all-principles = 모든 원칙
timeline-language = 언어
timeline-all-languages = 모든 언어
timeline-search = 답 찾기
timeline-search-hint = 질문, 메모, 초성
timeline-search-clear = 검색어 지우기
timeline-answers = { $count ->
   *[other] 답 { $shown }개
}
timeline-answers-of = 답 { $all }개 가운데 { $count }개
timeline-height = 높이는 내 점수
timeline-switch = 전환
timeline-picture = 시간과 점수로 본 답 { $count }개
timeline-score = { $score }점
timeline-no-score = 아직 점수 없음
timeline-week = 이번 주 { $days }일
timeline-week-none = 이번 주는 이제부터예요
timeline-day-answers = { $count ->
    [0] 답 없음
   *[other] 답 { $count }개
}
timeline-mon = 월
timeline-wed = 수
timeline-fri = 금
timeline-sun = 일
timeline-cue-at = { $time }에 전환
timeline-no-sound = 소리 없음
timeline-repaired = 끊긴 녹음을 살렸어요
timeline-play = 듣기
timeline-pause = 멈추기
timeline-open = 열기
timeline-delete = 휴지통으로
timeline-unreadable = 읽을 수 없는 파일 { $count }개
timeline-unreadable-more = 그 밖에 { $count }개
timeline-empty = 답 하나면 첫 점이 찍혀요
timeline-empty-how = 질문 하나를 뽑아 소리 내어 답하면, 점수와 파형이 여기에 쌓여요.
timeline-empty-then = 세 번 답하면 흐름이 보이기 시작해요.
timeline-draw = 질문 뽑기
timeline-opening = 답을 불러오고 있어요…
timeline-open-settings = 설정 열기
timeline-no-match = 맞는 답이 없어요
timeline-no-match-hint = 낱말을 줄이거나, 모든 원칙과 언어를 보이게 해 보세요.
timeline-show-all = 모든 답 보기

## Settings

settings-title = 설정
settings-display = 화면
settings-language = 언어
settings-language-system = 시스템 언어
settings-theme = 테마
settings-theme-system = 시스템
settings-theme-light = 밝게
settings-theme-dark = 어둡게
settings-sound = 소리
settings-devices-refresh = 다시 찾기
settings-devices-looking = 장치를 찾고 있어요…
settings-device-default = 시스템 기본
settings-device-default-is = 시스템 기본 ({ $device })
settings-device-gone = 연결되지 않음
settings-microphone = 마이크
settings-microphone-gone = 고른 마이크가 연결되지 않았어요. 그동안 { $device } 녹음해요.
settings-no-microphone = 마이크를 찾지 못했어요. 연결한 다음 다시 찾아보세요.
settings-speaker = 스피커
settings-speaker-gone = 고른 스피커가 연결되지 않았어요. 그동안 { $device } 들려줘요.
settings-no-speaker = 스피커를 찾지 못했어요. 연결한 다음 다시 찾아보세요.
settings-practice = 연습
settings-target = 답의 목표 시간
settings-think = 녹음하기 전 생각할 시간
settings-think-none = 없음
settings-think-secs = { $secs }초
settings-cue-sound = 전환 신호 소리
settings-cue-sound-headphones = 헤드폰을 쓸 때만 켜세요. 스피커 소리는 마이크에 함께 녹음돼요.
settings-star = 녹음 중 STAR 눈금
settings-star-what = 상황, 과제, 행동, 결과로 넘어갈 때를 보여 줘요
settings-library = 보관함
settings-library-what = 녹음과 점수, 메모는 이 폴더에 누구나 열 수 있는 파일로 남아요
settings-library-folder = 보관함 폴더
settings-library-hint = 폴더 경로를 입력하거나 붙여 넣으세요
settings-library-use = 이 폴더 쓰기
settings-library-choose = 폴더 고르기…
settings-library-reveal = 파일 관리자에서 보기
settings-privacy = 개인정보
settings-privacy-all-here = 모든 것은 이 컴퓨터에만 남아요. Retake는 네트워크에 연결하지 않고, 녹음도 점수도 어디로도 보내지 않아요.
settings-about = 정보
settings-version = Retake { $version }
settings-licence = 라이선스: MIT 또는 Apache-2.0
settings-fonts = 글꼴: Pretendard (OFL 1.1) · 아이콘: Phosphor (MIT)
settings-not-affiliated = Retake는 Amazon과 관계가 없어요. 원칙의 이름은 무엇을 연습하는지 알리는 데만 써요.

## Sound check

check-title = 소리 점검
check-back = 돌아가기
check-open = 점검하기
check-what-it-is = 3초 말하고 다시 들으며 마이크와 스피커를 확인해요
check-speak = 3초 동안 말해 보세요
check-speak-how = 면접에서 말하듯 한두 문장 말하면 바로 다시 들려드려요. 말한 것은 파일로 남기지 않아요.
check-opening = 마이크를 여는 중…
check-listening = 듣고 있어요. 편하게 말하세요
check-sound = 점검하는 소리
check-level = 소리 크기
check-again = 다시 말해 보기
check-replay = 다시 듣기
check-replaying = 들려드리는 중…
check-tone = 소리 내 보기
check-tone-how = 1.5초 동안 부드러운 소리가 나요. 들리지 않으면 음량을 올리거나 다른 스피커를 고르세요.
check-good = 좋아요
check-good-what = 이대로 녹음하면 돼요.
check-usable = 쓸 수 있어요
check-usable-what = 아래를 고치면 더 잘 들려요.
check-unusable = 이대로는 쓸 수 없어요
check-unusable-what = 아래를 고친 다음 다시 말해 보세요.
check-no-samples = 마이크가 소리를 보내지 않아요.
check-no-samples-do = 케이블이나 무선 연결을 확인한 다음 다시 말해 보세요.
check-monitor = 마이크가 아니라 스피커에서 나오는 소리가 들어와요.
check-monitor-do = 마이크 목록에서 진짜 마이크를 고르세요.
check-nothing = 목소리가 들리지 않았어요.
check-nothing-do = 다시 눌러 소리 내어 말하고, 그래도 같으면 다른 마이크를 고르세요.
check-clipping = 목소리가 너무 커서 소리가 깨져요.
check-clipping-do = 시스템 소리 설정에서 입력 음량을 낮추거나, 마이크에서 조금 떨어지세요.
check-noisy = 주변 소음이 커요.
check-noisy-do = 창문을 닫고 선풍기나 환풍기를 끄거나, 마이크를 입 가까이 두세요.
check-hum = { $hz } Hz 전원 잡음이 웅웅거려요.
check-hum-do = 노트북 충전기를 빼 보거나, 마이크 선을 전원 선에서 떼어 다른 단자에 꽂으세요.
check-call-mode = 전화처럼 { $khz } kHz까지만 들려요.
check-call-mode-do = 블루투스 헤드셋이 통화 모드인 것 같아요. 컴퓨터나 USB 마이크로 바꾸고, 헤드셋은 듣는 데만 쓰세요.
check-too-quiet = 목소리가 작게 들려요.
check-too-quiet-do = 마이크에 한 뼘까지 다가가거나, 시스템 소리 설정에서 입력 음량을 올리세요.
check-dropped = 소리 { $secs }초가 빠졌어요.
check-dropped-do = 다른 프로그램을 닫고, 마이크를 허브 대신 컴퓨터에 바로 꽂아 보세요.
check-not-chosen = 고른 마이크가 연결되지 않아 { $device } 들었어요.
check-not-chosen-do = 고른 마이크를 연결하거나, 목록에서 지금 쓸 마이크를 고르세요.
check-slow = 첫 소리가 { $secs }초 뒤에 들어와요.
check-slow-do = 녹음 시간이 흐르기 시작한 다음 말하세요. 무선 마이크는 켜지는 데 시간이 걸려요.
check-facts = 측정값
check-fact-voice = 목소리
check-fact-room = 주변 소음
check-fact-clipping = 깨진 소리
check-fact-rate = 샘플레이트
check-fact-first = 첫 소리까지
check-fact-lost = 빠진 소리
check-dbfs = { $db } dBFS
check-khz = { $khz } kHz
check-secs = { $secs }초
check-samples = 샘플 { $count }개
check-none = 없음
check-unknown = 알 수 없음
check-next = 다음으로, 통화 앱에서 고른 마이크도 이것과 같은지 확인하세요.
check-badge-checking = 마이크 확인 중…
check-badge-denied = 마이크가 막혀 있어요
check-badge-muted = 마이크가 꺼진 것 같아요
check-badge-call-mode = 마이크가 통화 모드예요
check-badge-other = 다른 마이크가 쓰여요
check-badge-noisy = 주변 소음이 커요
check-badge-dropped = 소리가 끊겨요
check-badge-trouble = 마이크를 점검해 보세요

## Keys

keys-title = 단축키
keys-close = 닫기
keys-everywhere = 어디서나
keys-practice = 연습
keys-review = 돌아보기
keys-timeline = 타임라인
keys-go-practice = 연습으로 가기
keys-go-settings = 설정으로 가기
keys-search = 답 찾기
keys-undo = 마지막 삭제 되돌리기
keys-keys = 이 목록 열고 닫기
keys-escape = 맨 위에 열린 것 닫기
keys-quit = 앱 종료
keys-next = 다음 질문 뽑기
keys-record = 녹음 시작, 끝내기, 이어 가기
keys-plan = 답할 언어 바꾸기
keys-other-language = 질문을 다른 언어로 보기
keys-cue = 지금 언어 전환하기
keys-flag = 이 순간 표시하기
keys-star-line = STAR 눈금 보이기, 숨기기
keys-play = 듣기, 멈추기
keys-seek = { $secs }초 앞뒤로
keys-rate = 지금 줄에 점수 주기
keys-line = 윗줄, 아랫줄로
keys-retake = 같은 질문에 다시 답하기
keys-star = 별표 달기
keys-select = 위, 아래 답으로
keys-open = 답 열기
keys-play-row = 목록에서 바로 듣기
keys-delete = 휴지통으로 옮기기

## 녹음이 말해 주는 것

speech-keys-card = 소리 아래 칸 바꿔 보기
speech-keys-pause = 다음으로 긴 쉼 듣기
speech-keys-pick = 새 언어가 시작되는 곳 잡기
speech-keys-shift = 그 표시를 조금씩 옮기기
speech-keys-confirm = 그 표시 확인하기
speech-keys-forget = 자동 감지 위치로 되돌리기
speech-working = 녹음을 살펴보는 중: { $total }개 중 { $done }개
speech-listening = 전환한 곳을 찾고 있어요…
speech-after-cue = { $language }까지 { $secs }초
speech-cannot-tell = 여기서는 알 수 없어요. { $language }가 시작되는 곳을 잡아 주세요
speech-automatic = 자동
speech-confirmed = 직접 확인함
speech-move = 옮기기
speech-set = 잡기
speech-confirm = 확인
speech-give-up = 취소
speech-to-automatic = 자동으로
speech-handle = { $language }가 시작되는 곳
speech-part-end = 끝맺기 { $secs }
speech-part-silence = 침묵 { $secs }
speech-part-sounds = 첫소리 { $secs }
speech-seconds = { $secs }초
speech-star-at = { $part }, { $time }
speech-situation-letter = S
speech-task-letter = T
speech-action-letter = A
speech-result-letter = R
speech-cards = 소리 아래
speech-card-pauses = 쉼
speech-card-measures = 수치
speech-card-next = 다음 칸
speech-next-pause = 다음 쉼
speech-next-pause-what = 다음으로 긴 쉼 듣기
speech-pause-none = 1초 넘게 쉰 곳이 없어요
speech-pause-hear = { $time }에 { $secs }초 쉰 곳 듣기
speech-pause-cause = { $time } 쉼: { $cause }
speech-pause-switch = 전환
speech-cause-word = 단어
speech-cause-grammar = 문법
speech-cause-content = 내용
speech-cause-nerves = 긴장
speech-cause-breath = 숨
speech-unknown-yet = 녹음을 다 살펴보면 수치가 나와요
speech-unknown = 살펴볼 소리가 없어요
speech-no-voice = 이 녹음에서는 목소리가 들리지 않았어요
speech-none = –
speech-percent = { $percent }%
speech-per-min = 분당 { $count }번
speech-per-sec = 초당 { $count }
speech-phonation = 목소리가 난 시간
speech-phonation-what = 첫마디부터 끝마디까지 목소리가 난 시간의 비율이에요
speech-run = 한 번에 말한 길이
speech-run-what = 0.25초 넘게 쉬기 전까지 평균 몇 초를 이어 말했는지예요
speech-pauses-per-min = 쉰 횟수
speech-pauses-per-min-what = 목소리가 난 1분마다 0.25초 넘게 쉰 횟수예요
speech-median = 보통 쉼
speech-median-what = 쉼의 절반은 이보다 길지 않아요 (중앙값)
speech-p90 = 긴 쉼
speech-p90-what = 쉼 열에 아홉은 이보다 길지 않아요 (90번째 백분위수)
speech-longest = 가장 긴 쉼
speech-longest-what = 말과 말 사이에서 가장 길었던 침묵이에요
speech-first-voice = 첫마디까지
speech-first-voice-what = 녹음이 시작되고 첫소리가 나기까지 걸린 시간이에요
speech-rate = 음절 수
speech-rate-what = 목소리가 난 1초마다 들린 음절 수예요 (조음 속도). 프로그램이 어림한 값이라 한 언어 안에서 흐름만 보세요
speech-around = 전환 앞뒤
speech-before = 앞
speech-after = 뒤
speech-recovery = 되찾기까지
speech-recovery-what = 새 언어를 시작하고 목소리가 전환 전의 80%만큼 다시 이어지기까지 걸린 시간이에요
speech-recovery-none = 이번에는 없어요
speech-around-none = 신호 앞이나 전환 뒤의 말이 짧아서 견줄 수 없어요
speech-star = STAR
speech-star-line = { $part }: 시간 { $time }, 목소리 { $voice }, 목표 { $aim }
speech-star-values = { $secs }초 · { $time } · 목소리 { $voice } · 목표 { $aim }
speech-star-before-action = 행동까지 { $secs }초
speech-limits = 여기서 알 수 없는 것
speech-limit-language = 어느 언어로 말하는지는 들을 수 없어요. 전환 신호와 쉼, 직접 잡은 표시만 보고 짐작해요.
speech-limit-content = 무슨 말을 하는지, 절이 어디서 끝나는지도 몰라요.
speech-limit-um = “어…”나 “음”도 목소리로 쳐요.
speech-limit-rates = 한국어와 영어의 속도는 서로 견줄 수 없어요. 같은 언어끼리만 견주세요.

## Progress

screen-progress = 추이
progress-review-back = 추이로 돌아가기
progress-title = 추이
progress-secs = { $secs }초
progress-percent = { $share }%
progress-times = { $count }번
progress-direction = 전환 방향
progress-way = 전환이 온 방식
progress-way-sudden = 갑작스러운 전환
progress-way-foreseen = 미리 안 전환
progress-way-rescue = 시간 버는 한마디
progress-usual-english = 영어로 다시 시작하기까지 보통 { $secs }
progress-usual-korean = 한국어로 다시 시작하기까지 보통 { $secs }
progress-usual-rescue = 시간 버는 한마디를 꺼내기까지 보통 { $secs }
progress-few = 전환을 { $left }번 더 하면 평소의 빠르기가 보여요
progress-no-switch = 이 방향으로는 아직 전환하지 않았어요
progress-no-switch-how = 연습 화면에서 { $plan } 계획을 고르고, 신호가 올 때까지 답해 보세요.
progress-change-later = 변화는 전환 { $need }번부터 말할 수 있어요. 지금은 { $have }번이에요.
progress-no-change = 처음 다섯 번과 견주어 느낄 만한 변화는 없어요.
progress-sooner = 처음 { $first }에서 { $latest }로 짧아졌어요. 하루하루의 차이({ $spread })보다 큰 변화예요.
progress-later = 처음 { $first }에서 { $latest }로 길어졌어요. 하루하루의 차이({ $spread })보다 큰 변화예요.
progress-no-change-short = 느낄 만한 변화 없음
progress-change-later-short = 변화는 답 { $need }개부터 보여요 (지금 { $have }개)
progress-up-from = 처음 { $first }에서 늘었어요
progress-down-from = 처음 { $first }에서 줄었어요
progress-unclear = 소리만으로 알 수 없는 전환이 { $count }번 있어요. 돌아보기에서 첫마디를 표시해 주세요.
progress-latency = 신호부터 다시 말하기까지
progress-phonation = 소리 내어 말한 시간
progress-pauses = 말하는 1분에 쉰 횟수
progress-run = 한 번에 이어 말한 길이
progress-plot = 신호부터 다시 말하기까지, 전환 { $count }번
progress-plot-none = 전환할 때마다 여기에 점이 하나씩 찍혀요
progress-take = { $moment }, { $secs }, { $by }
progress-by-you = 직접 표시
progress-by-sound = 소리로 찾음
progress-week-of = { $day } 주: 중앙값 { $secs }, 전환 { $count }번
progress-legend-you = 직접 표시
progress-legend-sound = 소리로 찾음
progress-legend-week = 한 주의 중앙값과 가운데 절반
progress-this-week = 이번 주
progress-own = 나의 기준
progress-start-korean = 한국어로 시작하기까지
progress-start-english = 영어로 시작하기까지
progress-cost-korean = 한국어로 전환할 때 더 드는 시간
progress-cost-english = 영어로 전환할 때 더 드는 시간
progress-range = { $least }에서 { $most } 사이, 최근 답 { $count }개
progress-from-five = 답 5개부터 보여요 (지금 { $have }개)
progress-cost-parts = 신호 뒤 { $switch }, 처음 시작 { $start }
progress-cost-from-five = 갑작스러운 전환 5번과 처음 시작 5번부터 보여요
progress-own-how = 시작하기까지는 녹음이 시작되고 첫 목소리가 날 때까지예요.
progress-from-the-start = 답의 처음부터
progress-after-switch = 전환한 뒤
progress-fluency-none = 10초 넘게 말한 답부터 들어 봐요.
progress-usual = 최근 다섯 번
progress-twins = 같은 질문, 두 언어
progress-twins-none = 한 질문에 한국어로만 한 번, 영어로만 한 번 답하면 여기에 나란히 보여요.
progress-twins-times = { $ratio }배
progress-twins-ratio = 길이
progress-twins-pauses = 1분에 쉼
progress-twins-row = { $part }: 한국어 { $korean }, 영어 { $english }, 길이 { $ratio }배, 1분에 쉼 { $before }번과 { $after }번
progress-part-all = 답 전체
progress-causes = 쉰 까닭
progress-causes-none = 돌아보기에서 쉰 까닭을 표시하면 여기에 모여요.
progress-cause-word = 단어
progress-cause-grammar = 문법
progress-cause-content = 내용
progress-cause-nerves = 긴장
progress-cause-breath = 숨
progress-cause-row = { $language }: { $cause } { $count }번
progress-left-out = 소리를 믿기 어려운 답 { $count }개는 뺐어요.
progress-unheard = 아직 들어 보지 못한 답이 { $count }개 있어요.
progress-limits = 이 숫자들이 알 수 없는 것
progress-limits-language = 어느 언어로 말했는지는 몰라요. 신호와 직접 남긴 표시를 따라요.
progress-limits-content = 말의 내용과 문장이 끝나는 곳은 몰라요.
progress-limits-um = ‘어…’도 목소리로 세요.
progress-limits-compare = 한국어와 영어의 빠르기는 견줄 수 없어서, 언어마다 따로 살펴봐요.
progress-limits-heard = 사람이 느낄 만하고 하루하루의 차이보다 클 때만 변화라고 말해요. 처음 다섯 번과 최근 다섯 번을 견줘요.
progress-empty = 전환 세 번이면 그림이 시작돼요
progress-empty-how = { $plan } 계획을 고르고 소리 내어 답하다가, 신호가 오면 다른 언어로 이어 말해 보세요.
progress-empty-then = 다섯 번부터는 평소의 빠르기가 보여요.

## Drill: rounds, styles of the switch, taps

drill-screen = 전환 훈련
drill-keys-style = 전환 방식 바꾸기
drill-keys-part = STAR의 한 부분이 시작된 곳
drill-keys-start = 훈련 시작, 이어 가기
drill-keys-open = 몇 번째 답 열기
drill-keys-end = 훈련 끝내기
drill-style = 전환 방식
drill-style-sudden = 예고 없이
drill-style-announced = 30초 전 예고
drill-style-result = 결과만 다시
drill-style-whole = 전부 다시
drill-announced-to-english = 말하는 도중에 영어로 바꿀 때를 30초 전에 미리 알려요
drill-announced-to-korean = 말하는 도중에 한국어로 바꿀 때를 30초 전에 미리 알려요
drill-result-to-english = 한국어로 답한 다음, 결과만 영어로 다시 말해요
drill-result-to-korean = 영어로 답한 다음, 결과만 한국어로 다시 말해요
drill-whole-to-english = 한국어로 답한 다음, 전부 영어로 다시 말해요
drill-whole-to-korean = 영어로 답한 다음, 전부 한국어로 다시 말해요
drill-think-ladder = 생각할 시간 · 압박 사다리
drill-soon-english = 곧 영어로 바꿔요 · { $time }
drill-soon-korean = 곧 한국어로 바꿔요 · { $time }
drill-again-result-english = 이제 결과만 다시, 영어로 말해 보세요
drill-again-result-korean = 이제 결과만 다시, 한국어로 말해 보세요
drill-again-whole-english = 이제 처음부터 다시, 영어로 말해 보세요
drill-again-whole-korean = 이제 처음부터 다시, 한국어로 말해 보세요
drill-interviewer = 면접관
drill-interruption-english = Let me stop you there: what was the outcome?
drill-interruption-korean = 잠깐만요, 핵심만 짧게 말해 주세요.
drill-take-of = { $of }번 가운데 { $number }번째
drill-round-to-english = 한국어로 답하다가, 신호가 나오면 영어로 이어 가요
drill-round-to-korean = 영어로 답하다가, 신호가 나오면 한국어로 이어 가요
drill-round-rescue = 한국어로 답하다가, 신호가 나오면 영어 한마디를 해요
drill-end = 훈련 끝내기
drill-skip = 건너뛰기
drill-kind-answers = 답하다가 바꾸기
drill-kind-answers-what = { $secs }초씩 { $count }번, 매번 다른 질문에 답해요. 신호가 나오면 다른 언어로 이어 가요.
drill-kind-rescue = 한마디로 시간 벌기
drill-kind-rescue-what = { $secs }초씩 { $count }번, 신호가 나오면 { $target }초 안에 내 영어 한마디를 해요.
drill-how = 이번 훈련
drill-direction = 언어
drill-catch = 신호가 없는 때
drill-catch-what = 언제 나올지 짐작하지 못하게, 신호 없는 답을 섞어요
drill-catch-percent = { $percent }%
drill-lines = 나의 영어 한마디
drill-lines-what = 말이 막힐 때 시간을 벌어 주는 문장을 세 개에서 다섯 개 적어 두세요. 훈련하는 동안에는 보이지 않아요.
drill-line = 한마디 { $number }
drill-line-hint-1 = That’s a good question. Let me think for a second.
drill-line-hint-2 = Let me put that more simply.
drill-line-hint-3 = Give me a moment to find the right example.
drill-line-hint-more = 하나 더
drill-start = 훈련 시작
drill-blocked-opening = 보관함을 여는 중이에요
drill-blocked = 보관함이나 질문이 없어 시작할 수 없어요
drill-under-way = 훈련하는 중이에요
drill-go-on = 이어 가기
drill-result = 훈련 결과
drill-again = 한 번 더
drill-secs = { $secs }초
drill-median = 신호에서 첫 낱말까지의 가운데값
drill-range = { $count ->
    [1] 신호 { $cues }번 가운데 1번을 쟀어요
   *[other] 신호 { $cues }번 가운데 { $count }번을 쟀어요 · 가장 빠를 때 { $least }초, 가장 느릴 때 { $most }초
}
drill-within = { $target }초 안에 말한 횟수
drill-within-of = { $count } / { $all }
drill-median-is = 가운데값 { $secs }초
drill-none-known = 걸린 시간은 아직 몰라요
drill-listening = 답을 듣고 있어요…
drill-listening-do = 신호에서 첫 낱말까지 걸린 시간이 곧 여기에 나와요.
drill-none-known-do = 답을 열어 새 언어가 시작되는 곳을 표시하면 여기에 나와요.
drill-no-cues = 이번에는 신호가 한 번도 나오지 않았어요
drill-no-cues-do = 그것도 훈련이에요. 신호가 없는 때를 줄이면 더 자주 나와요.
drill-takes = 답 { $count }개
drill-cue-at = { $time }에 신호
drill-cue-none = 신호 없음
drill-cue-not-yet = 신호 전에 끝남
drill-unknown = 표시가 필요해요
drill-awaited = 듣는 중…
drill-quick = { $target }초 안
drill-slow = { $target }초 넘음
drill-ladder = 압박 사다리
drill-ladder-what = 같은 질문에 다시 답할수록 생각할 시간이 30초, 10초, 0초로 줄고, 2분이 되면 말을 끊어요
drill-shape = STAR 비율
drill-shape-what = 상황, 과제, 행동, 결과 (%)

## Subjects and follow-ups

subject-experience = 경험
subject-introduction = 자기소개·지원 동기
subject-os = 운영체제
subject-network = 네트워크
subject-storage = 스토리지
subject-database = 데이터베이스
subject-scenario = 시나리오
subject-reverse = 면접관에게 할 질문
follow-up-numbers = 숫자
follow-up-why = 이유
follow-up-your-part = 내 역할
follow-up-alternative = 다른 방법
follow-up-conflict = 의견 충돌
follow-up-failure = 실패한 점
follow-up-learned = 배운 점
follow-up-next-time = 다시 한다면
follow-up-another-example = 다른 사례
follow-up-depth = 더 깊이
follow-up-step = 다음 단계

## Today

today-screen = 오늘
today-keys-go = 오늘로 가기
fault-broken-role = 쓸 수 없는 직무 파일이 있어요.
fault-broken-role-do = 보관함의 roles 폴더에서 파일을 고치고 ‘오늘’ 화면을 다시 여세요.
today-keys-start = 다음 할 것 시작하기
today-keys-move = 다른 것 고르기
today-keys-put-off = 오늘은 건너뛰기
today-keys-tell = 이 이야기 세 번 말하기
today-until-unset = 오늘도 하나씩 답해 봐요
today-until-ahead = 면접까지 { $days }일
today-until-now = 오늘이 면접 날이에요
today-until-past = { $days ->
    [1] 면접은 어제였어요
   *[other] 면접은 { $days }일 전이었어요
}
today-what-first = 직무를 고르고, 날짜를 알면 적고, 첫 질문에 답해 보세요
today-what-unset = 하루에 세 개면 충분해요. 면접 날짜를 적으면 계획을 세워 드려요.
today-what-ahead = { $gaps ->
    [0] 남은 빈칸이 없어요. 하루 { $goal }개씩 답하며 감을 이어 가요.
   *[other] 빈칸 { $gaps }개, 하루 { $goal }개씩
}
today-what-ahead-full = 빈칸이 { $gaps }개라 날짜 안에 다 채우기는 어려워요. 직무에 중요한 것부터 하루 { $goal }개씩
today-what-now = 목을 푸는 답 하나면 충분해요. 나머지는 내려놓으세요.
today-what-past = 기억날 때 무엇을 물었는지 적어 두세요. 다음 면접이 잡히면 새 날짜를 적어요.
today-role = 직무
today-role-none = 직무 고르기
today-role-own = 내 것으로 고치기…
today-date = 면접 날짜
today-date-hint = 12월 1일
today-date-fault = 달력에 없는 날짜예요. 2026-12-01처럼 적어 주세요.
today-date-earlier = 하루 앞으로
today-date-later = 하루 뒤로
today-date-clear = 날짜 지우기
today-list = 오늘 답한 것 { $done }개 · 목표 { $goal }개
today-start-first = 첫 질문에 답하기
today-start = 시작하기
today-more = 하나 더
today-done = 했어요
today-all-done = 오늘 할 것은 다 했어요. 나머지는 내일 해도 돼요.
today-nothing = 지금 꼭 할 것은 없어요. 더 연습하면 덤이에요.
today-no-questions = 권할 질문이 없어요. 보관함의 packs 폴더에 질문 묶음을 넣고 다시 시작하세요.
today-opening = 보관함을 여는 중이에요…
today-to-settings = 설정으로 가기
today-not = 오늘은 말고
today-why-restart = 지난번에 다시 말하기까지 { $secs }초 걸렸어요
today-why-rated = 지난번에 스스로 { $mean }점을 줬어요
today-why-chain = 지난번 { $depth }번째 꼬리질문에서 막혔어요
today-why-never-korean = 한국어로 답한 적이 없어요
today-why-never-english = 영어로 답한 적이 없어요
today-why-due = { $days ->
    [1] 다시 해 볼 때예요 · 어제 답함
   *[other] 다시 해 볼 때예요 · { $days }일 전에 답함
}
today-why-not-heard = { $days }일 동안 답하지 않았어요
today-chosen = 오늘 할 것
today-back = 오늘로 돌아가기
today-tell = 한 이야기를 세 번
today-tell-what = 같은 이야기를 3분, 2분, 1분 30초 안에 말해요. 한 연구에서는 같은 이야기를 되풀이한 사람만 나중에도 유창했어요. 시간을 줄이는 게 나은지는 의견이 갈려서, 똑같은 시간도 고를 수 있어요.
today-tell-times = 한 번에 주는 시간
today-tell-times-less = 3분 · 2분 · 1분 반
today-tell-times-equal = 3분씩 세 번
today-tell-none = 먼저 한 질문에 답하면 여기에서 다시 말해 볼 수 있어요
today-tell-compared = 지난 세 번 다시 보기
today-tell-start = 세 번 말하기
today-tell-go-on = 이어서 하기
today-tell-waiting = { $of }번 중 { $number }번째가 기다려요
today-telling-of = { $of }번 중 { $number }번째 · { $time }
today-telling-place = 다시 말하기 { $of }번 중 { $number }번째
today-telling-end = 여기까지
today-result = 같은 이야기를 다시 말했을 때
today-result-number = { $number }번째
today-result-limit = { $time }까지
today-result-length = 길이
today-result-length-what = 첫소리부터 끝소리까지
today-result-rate = 1초에 음절 수
today-result-rate-what = 소리 내는 동안만, 같은 언어 안에서만 비교해요
today-result-pauses = 1분에 쉰 횟수
today-result-pauses-what = 소리 낸 시간 기준, 0.25초 이상 쉰 것
today-result-run = 이어 말한 길이
today-result-run-what = 쉬지 않고 말한 평균 초
today-result-voice = 소리 낸 비율
today-result-voice-what = 첫소리부터 끝소리까지 중에서
today-result-awaited = 아직 듣는 중이에요
today-result-unknown = 소리를 찾지 못한 것이 있어서 비교할 수 없어요
today-result-one = 한 번만으로는 달라졌는지 말할 수 없어요
today-result-same = 말 빠르기 차이가 5%보다 작아요. 귀로는 알기 어려워요.
today-result-faster = 마지막이 처음보다 { $percent }% 빨랐어요. 이번 한 번의 일이에요. 남는지는 다른 날 알 수 있어요.
today-result-slower = 마지막이 처음보다 { $percent }% 느렸어요. 느린 게 나쁜 건 아니에요. 둘 다 들어 보세요.

## Interview

interview-screen = 모의 면접
interview-keys-start = 면접 시작하기, 이어서 하기
interview-keys-pause = 면접 잠시 멈추기
interview-keys-skip-break = 휴식 끝내기
interview-of = 면접관 { $number } / { $of }
interview-left = { $time } 남음
interview-time-up = 이번 답까지만 들어요
interview-minutes-left = { $minutes }분 남음
interview-pauses = 이 답을 마치면 멈춰요
interview-general = 준비한 질문을 다 써서 일반 질문이에요
interview-pause = 잠시 멈추기
interview-next = 다음 면접관
interview-story-again = ‘{ $story }’ 이야기는 이번 면접에서 이미 했어요
fault-broken-session = 면접 기록 하나를 읽을 수 없어요.
fault-broken-session-do = 그때의 답과 나머지는 모두 그대로예요. 그 파일은 손대지 않았어요.
interview-recruiter = 리크루터 통화
interview-recruiter-what = 30분. 지금까지의 경력, 이직하려는 이유, 희망 조건을 물어봐요
interview-screen-call = 전화 면접
interview-screen-call-what = 면접관 한 명이 시나리오 하나를 깊게 묻거나 원칙 두세 개를 물어봐요
interview-first = 1차 면접
interview-first-what = 30분씩 두 번. 한 번은 기술, 한 번은 인성 면접이에요
interview-loop = 루프 면접
interview-loop-what = 면접관 네다섯 명이 차례로 깊이 물어보고, 사이사이 쉬어요
interview-own = 직접 정하기
interview-own-title = 내가 정한 면접
interview-own-what = 면접관 수와 시간, 쉬는 시간을 골라요
interview-minutes = { $minutes }분
interview-hours = { $hours }시간
interview-hours-minutes = { $hours }시간 { $minutes }분
interview-asks-experience = 경험
interview-start = 시작하기
interview-start-new = 새로 시작하기
interview-blocked = 보관함과 질문이 있어야 면접을 시작할 수 있어요. 설정과 질문 묶음을 확인해 주세요.
interview-which = 어떤 면접인가요?
interview-how = 진행 방식
interview-interviewers = 면접관 수
interview-each = 한 명당 시간
interview-break = 쉬는 시간
interview-no-break = 없음
interview-topic = 기술 주제
interview-languages = 언어
interview-request = 답 하나에서 갑자기 영어로 이어 말하라고 해요. 언제일지는 알 수 없어요.
interview-role = 직무
interview-role-what = 이 직무에서 중요하게 보는 원칙이 더 자주 나와요
interview-role-none = 정하지 않음
interview-role-none-what = 모든 원칙이 고르게 나와요
interview-comes = 이렇게 진행돼요
interview-number = 면접관 { $number }
interview-technical = { $topic } 질문과 꼬리질문
interview-either = 시나리오를 단계별로 묻거나 원칙 두세 개를 물어요
interview-maybe-scenario = 원칙 두세 개. 면접관 중 한 명은 시나리오를 내요
interview-principles = 원칙 두세 개와 꼬리질문
interview-breaks = 면접관 사이에 { $time } 쉬어요
interview-total = 모두 합쳐서
interview-past = 지난 면접
interview-past-none = 아직 없어요. 면접을 마치면 결과가 여기에 쌓여요.
interview-answers = 답 { $count }개
interview-unfinished = 끝나지 않음
interview-unrated = 아직 평가 전
interview-mean = 평균 { $score }
interview-waits = 끝나지 않은 면접
interview-paused = 잠시 멈췄어요
interview-paused-what = 시계도 멈췄어요. 지금까지 한 답은 모두 저장됐어요.
interview-left-of = 면접관 { $number }의 남은 시간
interview-left-break = 남은 쉬는 시간
interview-resume = 이어서 하기
interview-leave = 나중에 하기
interview-end = 여기서 끝내기
interview-break-title = 쉬는 시간
interview-break-what = 다음은 면접관 { $number }번이에요
interview-break-skip = 바로 시작하기
interview-break-over = 쉬는 시간이 끝났어요
interview-break-over-what = 면접관 { $number }번이 기다려요. 준비되면 시작하세요
interview-break-go = 들어가기
interview-no-answers = 이 면접의 답이 남아 있지 않아요.
interview-next-steps = 이제 이렇게 해 보세요
interview-why-unrated = 아직 평가하지 않았어요
interview-why-slow = 첫마디까지 { $time } 걸렸어요
interview-why-shallow = { $count ->
    [0] 꼬리질문을 받지 않았어요
   *[other] 꼬리질문을 { $count }개만 받았어요
}
interview-do-rate = 듣고 평가하기
interview-do-again = 다시 답하기
interview-do-deeper = 꼬리질문 받기
interview-twice = 두 번 한 이야기
interview-twice-story = ‘{ $story }’ 이야기를 질문 { $count }개에서 했어요
interview-twice-what = 면접관들은 서로 메모를 맞춰 봐요. 다른 이야기를 하면 다른 면도 보여줄 수 있어요.
interview-tired = 처음부터 끝까지
interview-figure-start = 첫마디까지
interview-figure-longest = 가장 긴 멈춤
interview-figure-pauses = 1분당 멈춤
interview-few = 비교하기에는 답이 적어요 ({ $have } / { $need })
interview-same = 처음 다섯 답과 마지막 다섯 답 사이에 들어서 알 만한 차이가 없어요
interview-sooner = 마지막 다섯 답이 처음 다섯 답보다 빨라졌어요
interview-later = 마지막 다섯 답이 처음 다섯 답보다 늦어졌어요
interview-fewer = 마지막 다섯 답이 처음 다섯 답보다 줄었어요
interview-more = 마지막 다섯 답이 처음 다섯 답보다 늘었어요
interview-third-first = 처음
interview-third-middle = 중간
interview-third-last = 마지막
interview-depth = 꼬리질문 { $depth }
interview-all = 답 { $count }개
interview-gone = 휴지통에 있음
interview-unanswered = 답하지 않음
interview-started = 첫마디까지 { $time }
interview-reached = { $count ->
    [0] 꼬리질문 없음
   *[other] 꼬리질문 { $count }개
}
interview-general-short = 일반 질문

## Stories

stories-screen = 이야기
stories-keys-go = 이야기로 가기
stories-trashed = 이야기를 휴지통으로 옮겼어요
stories-new = 새 이야기
stories-capture = 60초로 말해 두기
stories-keys-capture = 60초 동안 이야기 말해 두기
stories-keys-tab = 이야기 또는 한눈에 보기
stories-keys-move = 이야기 고르기
stories-keys-play = 녹음한 이야기 재생
stories-keys-language = 다른 언어로 쓴 내용
stories-keys-told = 이 이야기를 했어요 (다시: 다음)
stories-tab = 이야기
stories-tab-coverage = 한눈에 보기
stories-side = 보기
stories-opening = 이야기를 읽고 있어요
stories-empty = 모아 둔 경험이 면접에서 떠올라요
stories-empty-how = 1학년 때부터 해 온 일을 적어 보세요. 어떤 상황이었고, 무엇을 맡아, 무엇을 했고, 어떻게 됐는지요.
stories-empty-then = 지금 떠오르는 대로 말해 두고 나중에 적어도 좋아요.
stories-choose = 왼쪽에서 이야기를 고르거나 새로 시작해 보세요
stories-never-told = 아직 말한 적 없음
stories-takes = { $count }번 말함
stories-today = 오늘
stories-days-ago = { $days ->
    [1] 어제
   *[other] { $days }일 전
}
stories-overloaded = 많이 씀
stories-overloaded-why = 많이 쓴 이야기예요. 원칙 네 가지나 답의 절반이 여기에 기대고 있어요
stories-broken = { $name } 파일을 읽을 수 없어요
stories-read-only = 더 새로운 버전에서 쓴 이야기이거나 보관함에 쓸 수 없어요. 여기서는 읽을 수만 있어요.
stories-back = 목록으로
stories-delete = 이야기를 휴지통으로 옮기기
stories-open-file = 파일 열기
stories-saving = 저장하는 중…
stories-captured-play = 처음 말한 것 듣기
stories-captured-pause = 처음 말한 것 멈추기
stories-captured-gone = 처음 말한 녹음이 보관함에 없어요
stories-title = 제목
stories-title-hint = 이 이야기의 이름
stories-principles = 원칙
stories-principles-choose = 원칙 고르기
stories-language = 쓰는 언어
stories-situation-hint = 언제, 어디서, 무엇이 걸려 있었는지
stories-task-hint = 내가 이뤄야 했던 것
stories-action-hint = 내가 정하고 한 일. ‘우리’ 말고 ‘나’
stories-result-hint = 어떻게 됐는지, 숫자로
stories-numbers = 숫자
stories-numbers-hint = 한 줄에 하나씩. 예: p99 800 ms → 120 ms
stories-tags = 태그
stories-tags-hint = 나만의 말로, 쉼표로 나눠서
stories-notes = 이야기 메모
stories-notes-hint = 그 밖의 것
stories-age-today = 오늘
stories-age-days = { $count }일
stories-age-weeks = { $count }주
stories-age-months = { $count }달
stories-coverage-none = 먼저 이야기를 하나 시작하면 어디에서 말했는지 여기에 보여요.
stories-coverage-all = 모든 원칙에 이야기가 있어요. 칸을 누르면 바로 연습해요.
stories-coverage-some = 이야기가 없는 원칙이 { $count }개 있어요. 칸을 누르면 바로 연습해요.
stories-coverage-role = 이야기가 없는 원칙이 { $count }개 있고, 그중 { $heavy }개는 지원하는 직무에서 자주 물어봐요. 칸을 누르면 바로 연습해요.
stories-any = 모든 답
stories-never = 아직 없음
stories-scores = 최근 { $latest }점, 최고 { $best }점
stories-deep = 꼬리질문 { $count }개까지
stories-practise = 누르면 연습해요
stories-legend-korean = 한국어, 횟수와 지난 시간
stories-legend-english = 영어
stories-legend-stale = 2주 넘음
stories-legend-empty = 아직 없음
stories-told = 말한 이야기
stories-told-none = 어떤 이야기?
stories-told-nothing = 이야기 없음
stories-gone = 없어진 이야기: { $name }
stories-new-here = 이 답으로 새 이야기
stories-for = 이 이야기로: { $title }
stories-for-forget = 이야기를 정하지 않고 답하기
stories-capture-back = 이야기로 돌아가기
stories-twins = 두 언어로 가장 최근에 말한 것
stories-fault-broken = 읽을 수 없는 이야기가 있어요.
stories-fault-broken-do = 다른 이야기는 그대로 있어요. 파일을 고치거나 폴더에서 옮겨 주세요.
stories-fault-conflict = 같은 이야기가 여기와 다른 프로그램에서 동시에 바뀌었어요.
stories-fault-conflict-do = 여기서 쓴 내용을 남겼어요. 다른 쪽은 따로 이야기로 두었으니 필요한 부분을 가져오세요.

## Follow-up chains

chain-keys-next = 꼬리질문 받기
chain-keys-depth = 더 깊은 꼬리질문 받기
chain-keys-interrupt = 답하는 중에 끼어드는 질문 받기
chain-keys-topic = CS 주제 고르기
chain-keys-choose = 번호로 주제 고르기
chain-next = 꼬리질문 받기
chain-next-step = 다음 단계로
chain-none-left = 남은 꼬리질문 없음
chain-nothing-left = 여기서 더 물어볼 꼬리질문이 없어요
chain-more = 다른 꼬리질문
chain-more-depth = 더 깊이
chain-interrupt = 말 끊고 묻기
chain-back = 답으로 돌아가기
chain-card = 꼬리질문
chain-depth = 꼬리질문 { $depth }
chain-step = { $depth }단계
chain-asks = 면접관 · { $what }
chain-first = 질문
chain-deep = 꼬리질문 { $depth }번째까지
chain-hangs = 원래 질문: { $question }
chain-score = 점수
chain-start = 첫마디
chain-pause = 가장 긴 쉼
chain-row = { $what }: { $question }, 점수 { $score }, 첫마디 { $start }, 가장 긴 쉼 { $pause }
chain-only = 아직 답한 꼬리질문이 없어요
chain-only-do = 꼬리질문을 받아 보세요. 깊어질수록 첫마디가 늦어지는지, 쉼이 길어지는지 여기에서 볼 수 있어요.
chain-points-card = 핵심
chain-points = 좋은 답에 들어가는 것
chain-points-said = { $all }개 중 { $said }개 말함
chain-topic-menu = CS 기초: 주제 고르기
chain-topic-ask = 어떤 주제로 이야기해 볼까요?
chain-topic-none = 아직 답하지 않음
chain-topic-choose = 주제를 먼저 고르세요
chain-broke-in = { $time } 면접관이 끼어든 곳

## The interviewer’s voice

reading-setting = 질문 읽어 주기
reading-setting-what = 컴퓨터에 있는 목소리로 읽어요. 마이크가 켜져 있을 때는 읽지 않아요
reading-off = 끄기
reading-aloud = 읽어 주기
reading-listen-only = 듣기만
reading-looking = 목소리를 찾고 있어요…
reading-found = { $program }의 목소리로 읽어요
reading-now = 질문을 들어 보세요…
reading-first = 먼저 질문을 들어 보세요
reading-over = 들은 대로 답해 보세요
reading-hidden = 들은 대로 답해 보세요
reading-stop = 그만 듣기
reading-hear = 듣기
reading-again = 한 번 더 듣기
reading-twice = 두 번 들었어요
reading-show = 글로 보기
reading-keys-repeat = 질문 한 번 더 듣기
reading-keys-show = 질문을 글로 보기
reading-no-program = 글을 읽어 주는 프로그램이 없어요.
reading-no-program-do = speech-dispatcher나 espeak-ng를 설치한 다음 다시 골라 주세요.
reading-no-program-do-system = 시스템의 읽어 주기 기능을 켠 다음 다시 골라 주세요.
reading-no-korean = 한국어 목소리가 없어요.
reading-no-english = 영어 목소리가 없어요.
reading-no-voice-do = 시스템 설정에서 목소리를 추가해 주세요. 그때까지 그 질문은 글로 보여 드려요.
reading-hangs = 목소리가 응답하지 않아서 껐어요.
reading-failed = 질문을 소리 내어 읽지 못했어요.
reading-fault-do = 대신 글로 보여 드려요. 또 그러면 설정에서 읽어 주기를 꺼 주세요.

## Export

export-all = 모든 답 내보내기
export-keys-shown = 보이는 답 내보내기
export-done = Markdown과 CSV로 내보냈어요
export-count = 답 { $count }개
export-story = 이야기: { $title }
export-scores = 점수 { $mean } ({ $lines })
export-figures = 첫마디까지 { $start }초 · 가장 긴 쉼 { $longest }초 · 1분에 { $pauses }번 쉼
export-switch = 신호에서 다른 언어까지 { $secs }초
export-sound = 소리
