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
language-english = 영어
language-english-own = English
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
fault-busy = 다른 프로그램에서 이 장치를 사용하고 있어요.
fault-busy-do = 통화나 녹음 프로그램을 닫거나, 설정에서 다른 장치를 고르세요.
fault-lost = 마이크 연결이 끊겼어요.
fault-lost-do = 다시 꽂거나, 설정에서 다른 마이크를 고르세요.
fault-server = 시스템의 오디오 서비스가 응답하지 않아요.
fault-server-do = 잠시 뒤 다시 시도하고, 계속 그러면 오디오 서비스를 다시 시작하세요.
fault-no-samples = 1초 넘게 소리가 들어오지 않아요.
fault-no-samples-do = 케이블이나 무선 연결을 확인하세요. 녹음은 계속되고 있어요.
fault-only-zeros = 마이크로 소리가 들어오지 않아요.
fault-only-zeros-do = 음소거 버튼과 시스템의 개인정보 보호 설정을 확인하세요.
fault-suspended = 녹음 중에 컴퓨터가 절전 모드로 들어갔어요.
fault-suspended-do = 그 전까지 말한 내용은 저장했어요. 준비되면 이어서 녹음하세요.
fault-disk-slow = 디스크가 잠시 응답하지 않아요.
fault-disk-slow-do = 아직 빠진 소리는 없어요. 디스크를 많이 쓰는 프로그램을 닫아 주세요.
fault-folder-gone = 녹음 중에 이 답의 폴더가 삭제됐어요.
fault-folder-gone-do = 말한 내용은 원래 위치에 다시 저장했어요.
fault-too-long = 녹음이 3시간을 채워서 끝났어요.
fault-too-long-do = 모두 저장했어요. 이어서 하려면 새로 녹음하세요.
fault-disk-full = 디스크가 가득 찼어요.
fault-disk-full-do = 저장 공간을 비워 주세요. 지금까지 녹음한 내용은 남아 있어요.
fault-library-in-use = 이 보관함은 다른 Retake 창에서 열려 있어요.
fault-library-in-use-do = 그 창을 닫거나, 설정에서 다른 폴더를 고르세요.
fault-library-missing = 보관함 폴더를 열 수 없어요.
fault-library-missing-do = 드라이브를 다시 연결하거나, 설정에서 다른 폴더를 고르세요.
fault-library-read-only = 보관함 폴더에 저장할 수 없어요.
fault-library-read-only-do = 쓰기 권한을 허용하거나, 설정에서 다른 폴더를 고르세요.
fault-library-newer = 더 최신 버전의 Retake에서 만든 파일이에요.
fault-library-newer-do = 읽고 들을 수는 있어요. 수정하려면 Retake를 업데이트하세요.
fault-broken-attempt = 답 하나를 읽을 수 없어요.
fault-broken-attempt-do = 나머지 답은 모두 그대로예요. 그 파일은 건드리지 않았어요.
fault-broken-pack = 질문 팩에 쓸 수 없는 질문이 있어요.
fault-broken-pack-do = 나머지 질문은 그대로 써요. 파일을 고친 뒤 Retake를 다시 시작하세요.
fault-broken-settings = 설정 파일을 읽을 수 없어요.
fault-broken-settings-do = 기본 설정을 쓰고 있어요. 파일은 그대로 두었어요.
fault-broken-setting = 설정 파일의 값 하나를 쓸 수 없어요.
fault-broken-setting-do = 그 값만 기본값으로 쓰고, 나머지는 적힌 대로 쓰고 있어요. 파일은 그대로 두었어요.
fault-conflict = 같은 파일이 여기와 다른 프로그램에서 동시에 바뀌었어요.
fault-conflict-do = 여기서 바꾼 내용을 남겼어요. 다른 쪽 내용은 아래 파일에 있으니 필요한 부분을 가져오세요.
fault-no-dialog = 이 시스템에는 파일 선택 창이 없어요.
fault-no-dialog-do = 설정에서 폴더 경로를 직접 입력하거나 붙여 넣으세요.
fault-not-shown = 다른 프로그램에서 열지 못했어요.
fault-not-shown-do = { $path }에 그대로 있으니 직접 열어 보세요.
fault-save-failed = 변경한 내용을 저장하지 못했어요.
fault-save-failed-do = 이전 내용은 그대로 있어요. 디스크 공간과 쓰기 권한을 확인하세요.
fault-sync-copies = 동기화 프로그램이 만든 사본이 { $count }개 있어요.
fault-sync-copies-do = 설정의 보관함에서 두 버전을 보고 하나를 고르세요.
settings-copies = 동기화 사본
settings-copies-what = 두 기기에서 함께 바뀌어 동기화 프로그램이 사본을 남겼어요. 고르지 않은 쪽은 휴지통 폴더로 옮겨요.
settings-copies-times = 지금 쓰는 것 { $original } · 사본 { $copy }
settings-copies-show = 폴더 열기
settings-copies-keep = 지금 것 유지
settings-copies-take = 사본으로 바꾸기
settings-copies-none = 없음
quit-not-saved = 저장하지 못한 내용이 있어요
quit-not-saved-one = 저장하지 못함: { $name }
try-again = 다시 시도
fault-move-failed = 답을 옮기지 못했어요.
fault-move-failed-do = 원래 위치에 그대로 있어요. 폴더 권한을 확인하세요.
fault-write-failed = 녹음을 저장하지 못했어요.
fault-write-failed-do = 지금까지 저장된 내용은 남아 있어요. 디스크 공간과 쓰기 권한을 확인하세요.
fault-unreadable = 이 녹음은 재생할 수 없어요.
fault-unreadable-do = 파일은 그대로 두었어요. 사본이 있으면 그 자리에 넣어 주세요.
unreadable-missing = 녹음 파일이 없어요.
unreadable-missing-do = 옮겼다면 제자리에 돌려놓으세요. 동기화 중이라면 다 받을 때까지 기다려 주세요.
unreadable-no-file = 녹음 파일 자리에 파일이 아닌 것이 있어요.
unreadable-refused = 시스템이 녹음 파일을 열지 못하게 막고 있어요.
unreadable-refused-do = 파일 권한과 디스크 연결을 확인하세요.
unreadable-failed = 디스크에서 녹음 파일을 읽지 못했어요.
unreadable-empty = 녹음 파일에 소리가 없어요.
unreadable-partial = 녹음 파일이 아직 다 도착하지 않았어요.
unreadable-not-wav = WAV 파일이 아니거나 파일이 손상됐어요.
unreadable-samples = Retake가 재생할 수 없는 형식의 WAV 파일이에요.
unreadable-rate = 파일에 1초당 샘플이 { $hz }개라고 적혀 있는데, 그런 녹음은 없어요.
fault-sound-other = 오디오 장치에 문제가 생겼어요.
fault-sound-other-do = 다시 시도하거나, 설정에서 다른 장치를 고르세요.
fault-dropped = 소리가 { $secs }초 빠졌어요.
fault-dropped-do = 빠진 부분은 무음으로 채웠어요. 컴퓨터가 바빴던 것 같으니 다른 프로그램을 닫아 보세요.
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
cli-analysis-voice = 목소리: { $answer }초 중 { $voice }초({ $percent }%), 첫마디까지 { $first }초
cli-analysis-runs = 이어 말하기: { $runs }번, 평균 { $mean }초
cli-analysis-pauses = 멈춤: { $pauses }번, 말한 시간 1분당 { $rate }번. 중앙값 { $median }초, 90번째 백분위수 { $long }초, 가장 긴 멈춤 { $longest }초
cli-analysis-syllables = 음절(추정): { $nuclei }개. 초당 { $speech }개, 멈춤을 빼면 초당 { $articulation }개
cli-analysis-switch = 전환: 신호 후 { $latency }초. 말을 멈추기까지 { $disengage }초, 침묵 { $gap }초, 다시 이어 말하기까지 { $restart }초
cli-analysis-unclear = 전환: 자동으로 찾지 못했어요. 직접 듣고 표시해 주세요

## Shell: rail, banner, toast

shell-places = 메뉴
shell-all-keys = 모든 단축키
shell-recording = 녹음 중
shell-undo = 되돌리기
shell-trashed = 휴지통으로 옮겼어요
shell-repaired = 중간에 끊긴 답 { $count }개를 복구했어요
shell-dismiss = 닫기
shell-details = 자세히
shell-more-faults = 알림이 { $count }개 더 있어요
shell-choose-microphone = 마이크 고르기…
shell-microphone = 마이크…

## Said by a screen reader alone

announce-recording = 녹음 중
announce-stopped = 녹음을 멈췄어요, { $time }
announce-score = { $line } { $score }점: { $anchor }.
announce-unscored = { $line }: 아직 평가 전.

## Practice

practice-filter = 질문
practice-all-principles = 모든 원칙
practice-left = 아직 안 나온 질문 { $count }개
practice-microphone = 마이크: { $name }
practice-looking = 마이크를 찾는 중…
practice-no-microphone = 마이크 없음
practice-space = { $minutes }분 녹음 가능
practice-saved = { $time }까지 저장됨
practice-all-saved = { $time }까지 모두 저장됨
practice-answered = { $count }번 답함
practice-answered-scored = { $count }번 답함 · 지난 점수 { $score }
practice-follow-ups = 꼬리질문 { $count }개
practice-view-in-english = 영어로 보기
practice-view-in-korean = 한국어로 보기
practice-reading = 질문을 불러오는 중…
practice-no-questions = 질문이 없어요
practice-no-questions-do = 질문 팩을 하나도 읽지 못했어요. 보관함의 packs 폴더에 질문 팩을 넣고 Retake를 다시 시작하세요.
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
practice-previous = 이전 질문
practice-never-answered = 아직 답하지 않은 질문
practice-rated-low = 점수가 낮은 질문
practice-starred = 별표한 질문
setup-language = 면접은 어떤 언어로 보나요?
setup-role = 어떤 직무를 준비하나요?
setup-day = 면접은 언제인가요?
setup-day-in = { $weeks }주 뒤({ $date })
setup-day-none = 아직 몰라요
setup-skip = 건너뛰기
practice-menu-search = 직무, 원칙, 질문 찾기 (초성도 돼요)
practice-menu-nothing = 찾는 항목이 없어요.
practice-menu-roles = 직무별
practice-menu-answers = 내 답에 따라
practice-menu-subjects = 주제별
practice-menu-principles = 원칙별
practice-menu-packs = 질문 팩
practice-menu-questions = 질문
practice-star-show = STAR 시간표 보기
practice-star-hide = STAR 시간표 숨기기
practice-cancel = 돌아가기
practice-answer = 답하기
practice-start-now = 지금 시작
practice-waiting = 마이크를 기다리는 중…
practice-stop = 끝내기
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
practice-sound = 녹음 파형
practice-progress = 답 진행 상황
practice-situation = 상황
practice-task = 과제
practice-action = 행동
practice-result = 결과
practice-target = 목표 { $time }
practice-flag = 여기 표시
practice-switch-now = 지금 전환
practice-discard = 버리기
practice-discard-undo = 녹음을 멈추고 휴지통으로 옮겨요. 되돌릴 수 있어요.
practice-keys-discard = 녹음 버리기
practice-other-microphone = 고른 마이크가 연결돼 있지 않아요. { $device } 녹음해요.

## Interrupted take

interrupted-lost = 마이크 연결이 끊겼어요.
interrupted-other-do = 다시 꽂거나, { $device } 이어서 녹음하세요.
interrupted-go-on-do = 준비되면 { $device } 이어서 녹음하세요.
interrupted-none-do = 마이크를 다시 연결하면 이어서 녹음할 수 있어요.
interrupted-failed-do = 다시 시도하거나, 다른 마이크를 고르세요.
interrupted-other = 다른 마이크…
interrupted-back = 녹음으로 돌아가기
interrupted-listen = 지금까지 듣기
interrupted-go-on = { $device } 이어서 녹음
interrupted-retry = { $device } 다시 시도
interrupted-opening = { $device } 여는 중…
interrupted-none = 마이크를 연결하면 이어서 녹음할 수 있어요
interrupted-start-over = 처음부터 다시
interrupted-start-over-keeps = 지금까지 말한 답은 타임라인에 남아요
interrupted-keys-listen = 마이크가 끊겼을 때 지금까지 듣기
interrupted-keys-start-over = 지금까지 말한 답을 남기고 처음부터 다시

## Cue

cue-now-in-english = Now in English, please
cue-now-in-korean = 이제 한국어로 말해 보세요

## Review

review-back = 타임라인으로 돌아가기
review-star = 별표 추가
review-unstar = 별표 해제
review-delete = 휴지통으로 옮기기
review-nth = { $count }번째 답
review-repaired = 녹음이 중간에 끊겼지만, 저장된 소리는 모두 남아 있어요
review-partial = 녹음이 아직 다 도착하지 않았어요. { $whole } 중 { $there }까지 들을 수 있어요
review-gaps = 소리가 빠진 곳 { $count }군데를 빗금으로 표시했어요
review-read-only = 더 최신 버전의 Retake에서 만든 답이라 듣기만 할 수 있어요
review-cue = 전환 신호
review-flag = { $time } 표시
review-position = 재생 위치
review-position-value = { $total } 중 { $at }
wave-keys-zoom = 파형 확대·축소
wave-keys-scroll = 파형을 앞뒤로 이동
wave-keys-whole = 파형 전체 보기
wave-overview = 보이는 부분
wave-overview-value = { $total } 중 { $from }부터 { $to }까지
wave-level = { $db } dB
wave-loop-start = 반복 시작
wave-loop-end = 반복 끝
wave-pause = { $time }의 { $secs }초 멈춤
review-loading = 소리를 불러오고 있어요
review-empty = 이 답에는 녹음된 소리가 없어요.
review-empty-do = 질문과 메모는 그대로 있어요. 언제든 다시 답해 보세요.
review-fault-still = 평가와 메모는 할 수 있어요.
review-play = 재생
review-pause = 일시 정지
review-back-secs = { $secs }초 뒤로
review-forward-secs = { $secs }초 앞으로
review-volume = 음량
review-volume-value = { $percent }%
review-notes = 메모
review-notes-hint = 들으면서 느낀 점, 다음에 해 볼 것을 적어 보세요
review-retake = 다시 답하기
review-next = 다음 질문
review-rating = 내 평가
review-rated = { $total }개 중 { $rated }개
review-unrated = 아직 평가 전이에요
review-mean = 평균 { $mean }
review-line-of = { $line } / { $total }
review-line-previous = 이전 항목
review-line-next = 다음 항목
review-key-rate = 점수 주기
review-key-move = 이동
review-saved = 저장됨
review-saving = 저장하는 중…
review-none = 아직 돌아볼 답이 없어요
review-none-go = 연습하러 가기

## Trust

trust-good = 품질 좋음
trust-usable = 품질 보통
trust-unusable = 품질 나쁨
trust-details = 녹음 품질
trust-good-why = 녹음 상태가 좋아요.
trust-device = 마이크
trust-rate = 샘플레이트
trust-room = 주변 소음
trust-voice = 목소리
trust-peak = 가장 큰 소리
trust-missing = 빠진 소리
trust-unknown = 알 수 없음
trust-none = 없음
trust-silent = 들리는 소리가 없어요
trust-silent-do = 음소거 버튼과 선택한 마이크를 확인하고 다시 답해 보세요.
trust-little = 목소리가 거의 없어요
trust-little-do = 짧게 답했다면 괜찮아요. 아니라면 마이크를 더 가까이 두세요.
trust-quiet = 목소리가 작아요
trust-quiet-do = 마이크를 가까이 두거나 입력 음량을 높이세요.
trust-clipped = 소리가 너무 커서 깨졌어요
trust-clipped-do = 입력 음량을 낮추거나 마이크에서 조금 떨어지세요.
trust-noisy = 목소리에 비해 주변이 시끄러워요
trust-noisy-do = 조용한 곳을 찾거나 마이크를 입 가까이 두세요.
trust-narrow = 전화처럼 먹먹한 음질이에요
trust-narrow-do = 블루투스 헤드셋이 통화 모드일 때 이래요. 유선이나 내장 마이크를 쓰면 또렷해져요.
trust-gaps = 소리가 { $secs }초 빠졌어요
trust-gaps-do = 빠진 부분은 무음으로 채우고, 파형에 빗금으로 표시했어요.
trust-repaired = 녹음이 중간에 끊겼어요
trust-repaired-do = 끊기기 전에 저장된 소리는 모두 남아 있어요.
trust-gap-dropped = 컴퓨터가 바빠서 { $secs }초가 빠졌어요
trust-gap-missing = 오디오 장치에서 { $secs }초가 들어오지 않았어요
trust-gap-lost = 마이크 연결이 끊겨 { $secs }초가 비었어요
trust-gap-interrupted = 마이크 연결이 끊겨 { $secs }초가 비었고, { $away } 뒤 이어서 녹음했어요
trust-secs = { $secs }초
trust-minutes = { $minutes }분 { $secs }초

## Timeline

timeline-title = 타임라인
timeline-principle = 원칙
timeline-all-principles = 모든 원칙
timeline-language = 언어
timeline-all-languages = 모든 언어
timeline-starred = 별표한 답만
timeline-is-starred = 별표
timeline-day-open = 목록에서 이 날 보기 (←, →)
timeline-search = 답 찾기
timeline-search-hint = 질문, 메모, 초성
timeline-search-clear = 검색어 지우기
timeline-answers = { $count ->
   *[other] 답 { $shown }개
}
timeline-answers-of = 답 { $all }개 중 { $count }개
timeline-height = 세로축: 내 점수
timeline-switch = 전환
timeline-picture = 시간과 점수 그래프, 답 { $count }개
timeline-score = { $score }점
timeline-no-score = 아직 점수 없음
timeline-week = 이번 주 { $days }일
timeline-week-none = 이번 주는 아직 없어요
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
timeline-repaired = 끊긴 녹음 복구됨
timeline-play = 재생
timeline-pause = 일시 정지
timeline-open = 열기
timeline-delete = 휴지통으로
timeline-partial = 아직 다 도착하지 않았어요: { $whole } 중 { $there }
timeline-unreadable = 읽을 수 없는 파일 { $count }개
timeline-unreadable-more = 그 밖에 { $count }개
timeline-empty = 첫 답을 녹음하면 첫 점이 찍혀요
timeline-empty-how = 질문 하나를 뽑아 소리 내어 답하면, 점수와 파형이 여기에 쌓여요.
timeline-empty-then = 세 번 답하면 흐름이 보이기 시작해요.
timeline-draw = 질문 뽑기
timeline-opening = 답을 불러오고 있어요…
timeline-open-settings = 설정 열기
timeline-no-match = 조건에 맞는 답이 없어요
timeline-no-match-hint = 검색어를 줄이거나 필터를 모두 해제해 보세요.
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
settings-letter-keys = 한 글자 단축키
settings-letter-keys-what = Ctrl 없이 누르는 글자·숫자·기호 키예요. 음성으로 조작하거나 키를 자주 잘못 누른다면 끄세요
settings-sound = 소리
settings-devices-refresh = 다시 찾기
settings-devices-looking = 장치를 찾고 있어요…
settings-device-default = 시스템 기본
settings-device-default-is = 시스템 기본 ({ $device })
settings-device-gone = 연결되지 않음
settings-microphone = 마이크
settings-microphone-gone = 선택한 마이크가 연결되지 않았어요. 그동안 { $device } 녹음해요.
settings-no-microphone = 마이크를 찾지 못했어요. 연결한 다음 다시 찾아보세요.
settings-speaker = 스피커
settings-speaker-gone = 선택한 스피커가 연결되지 않았어요. 그동안 { $device } 재생해요.
settings-no-speaker = 스피커를 찾지 못했어요. 연결한 다음 다시 찾아보세요.
settings-practice = 연습
settings-target = 답 하나의 목표 시간
settings-think = 녹음 전 생각할 시간
settings-think-none = 없음
settings-think-secs = { $secs }초
settings-cue-sound = 전환 신호음
settings-cue-sound-headphones = 헤드폰을 쓸 때만 켜세요. 스피커 소리는 마이크에 함께 녹음돼요.
settings-star = 녹음 중 STAR 시간표
settings-star-what = 상황, 과제, 행동, 결과로 넘어갈 때를 알려 줘요
settings-library = 보관함
settings-library-what = 녹음과 점수, 메모는 이 폴더에 일반 파일로 저장돼요
settings-library-folder = 보관함 폴더
settings-library-hint = 폴더 경로를 입력하거나 붙여 넣으세요
settings-library-use = 이 폴더 쓰기
settings-library-choose = 폴더 고르기…
settings-library-reveal = 파일 관리자에서 보기
settings-privacy = 개인정보
settings-privacy-all-here = 모든 데이터는 이 컴퓨터에만 저장돼요. Retake는 네트워크에 연결하지 않고, 녹음도 점수도 어디로도 보내지 않아요.
settings-about = 정보
settings-version = Retake { $version }
settings-licence = 라이선스: MIT 또는 Apache-2.0
settings-fonts = 글꼴: Pretendard (OFL 1.1) · 아이콘: Phosphor (MIT)
settings-not-affiliated = Retake는 Amazon과 관계가 없어요. 원칙 이름은 무엇을 연습하는지 나타내려고만 써요.

## Sound check

check-title = 소리 점검
check-back = 돌아가기
check-open = 점검하기
check-what-it-is = 3초 말하고 다시 들으며 마이크와 스피커를 확인해요
check-speak = 3초 동안 말해 보세요
check-speak-how = 면접에서 말하듯 한두 문장 말하면 바로 다시 들려드려요. 말한 것은 파일로 남기지 않아요.
check-opening = 마이크를 여는 중…
check-listening = 듣고 있어요. 편하게 말하세요
check-sound = 점검 파형
check-level = 소리 크기
check-again = 다시 말해 보기
check-replay = 다시 듣기
check-replaying = 재생 중…
check-tone = 테스트 소리 재생
check-tone-how = 1.5초 동안 부드러운 소리가 나요. 들리지 않으면 음량을 올리거나 다른 스피커를 고르세요.
check-good = 좋아요
check-good-what = 이대로 녹음하면 돼요.
check-usable = 쓸 수 있어요
check-usable-what = 아래 문제를 해결하면 더 잘 들려요.
check-unusable = 이대로는 쓸 수 없어요
check-unusable-what = 아래 문제를 해결한 다음 다시 말해 보세요.
check-no-samples = 마이크로 소리가 들어오지 않아요.
check-no-samples-do = 케이블이나 무선 연결을 확인한 다음 다시 말해 보세요.
check-monitor = 마이크가 아니라 스피커에서 나오는 소리가 들어와요.
check-monitor-do = 마이크 목록에서 실제 마이크를 고르세요.
check-nothing = 목소리가 들리지 않았어요.
check-nothing-do = 다시 눌러 소리 내어 말하고, 그래도 안 되면 다른 마이크를 고르세요.
check-clipping = 목소리가 너무 커서 소리가 깨져요.
check-clipping-do = 시스템 소리 설정에서 입력 음량을 낮추거나, 마이크에서 조금 떨어지세요.
check-noisy = 주변 소음이 커요.
check-noisy-do = 창문을 닫고 선풍기나 환풍기를 끄거나, 마이크를 입 가까이 두세요.
check-hum = { $hz } Hz 전원 잡음이 들려요.
check-hum-do = 노트북 충전기를 빼 보거나, 마이크 케이블을 전원 케이블에서 떨어뜨려 다른 단자에 꽂으세요.
check-call-mode = 전화처럼 { $khz } kHz까지만 녹음돼요.
check-call-mode-do = 블루투스 헤드셋이 통화 모드인 것 같아요. 내장 마이크나 USB 마이크로 바꾸고, 헤드셋은 듣는 데만 쓰세요.
check-too-quiet = 목소리가 작게 들려요.
check-too-quiet-do = 마이크에 한 뼘 거리로 다가가거나, 시스템 소리 설정에서 입력 음량을 올리세요.
check-dropped = 소리가 { $secs }초 빠졌어요.
check-dropped-do = 다른 프로그램을 닫고, 마이크를 허브 대신 컴퓨터에 바로 꽂아 보세요.
check-not-chosen = 선택한 마이크가 연결되지 않아 { $device } 점검했어요.
check-not-chosen-do = 그 마이크를 연결하거나, 목록에서 지금 쓸 마이크를 고르세요.
check-slow = 첫 소리가 { $secs }초 뒤에 들어와요.
check-slow-do = 녹음 시간이 흐르기 시작한 다음 말하세요. 무선 마이크는 켜지는 데 시간이 걸려요.
check-facts = 측정값
check-fact-voice = 목소리
check-fact-room = 주변 소음
check-fact-clipping = 깨진 소리
check-fact-rate = 샘플레이트
check-fact-first = 첫 소리까지
check-fact-lost = 빠진 소리
check-fact-system = 사운드 시스템
check-alsa = ALSA(사운드 서버가 응답하지 않음)
check-fact-channels = 채널
check-channels-all = { $count }개를 섞음
check-channels-left = 왼쪽만 씀
check-channels-right = 오른쪽만 씀
check-channels-one = { $count }개 중 { $channel }번만 씀
check-dbfs = { $db } dBFS
check-khz = { $khz } kHz
check-secs = { $secs }초
check-samples = 샘플 { $count }개
check-none = 없음
check-unknown = 알 수 없음
check-next = 이제 화상 면접 앱에서도 이 마이크를 쓰는지 확인하세요.
check-badge-checking = 마이크 확인 중…
check-badge-denied = 마이크 권한이 없어요
check-badge-muted = 마이크가 꺼진 것 같아요
check-badge-call-mode = 마이크가 통화 모드예요
check-badge-other = 다른 마이크를 쓰고 있어요
check-badge-noisy = 주변 소음이 커요
check-badge-dropped = 소리가 끊겨요
check-badge-trouble = 마이크를 점검해 보세요

## Keys

keys-title = 키보드 단축키
keys-close = 닫기
keys-everywhere = 모든 화면
keys-practice = 연습
keys-review = 돌아보기
keys-timeline = 타임라인
keys-go-practice = 연습으로 가기
keys-go-settings = 설정으로 가기
keys-search = 답 찾기
keys-undo = 마지막 삭제 되돌리기
keys-zoom = 크게, 작게 보기
keys-usual-size = 원래 크기
keys-keys = 이 목록 열기·닫기
keys-escape = 열린 창 닫기
keys-quit = 앱 종료
keys-setup = 처음 시작할 때 답 고르기
keys-next = 다음 질문 뽑기
keys-previous = 이전 질문으로 돌아가기
keys-question-menu = 연습할 질문 고르기
keys-record = 녹음 시작·끝내기·이어서 하기
keys-plan = 답할 언어 바꾸기
keys-other-language = 질문을 다른 언어로 보기
keys-cue = 지금 언어 전환하기
keys-flag = 이 순간 표시하기
keys-star-line = STAR 시간표 보기·숨기기
keys-play = 재생·일시 정지
keys-seek = { $secs }초 앞뒤로 이동
keys-rate = 선택한 항목에 점수 주기
keys-line = 이전·다음 항목
keys-retake = 같은 질문에 다시 답하기
keys-star = 별표 추가·해제
keys-select = 이전·다음 답 또는 날
keys-open = 답 열기
keys-play-row = 목록에서 바로 재생
keys-delete = 휴지통으로 옮기기

## What a recording says

speech-keys-card = 아래 탭 바꾸기
speech-keys-pause = 다음으로 긴 멈춤 듣기
speech-keys-pick = 전환 지점 표시
speech-keys-shift = 전환 지점 미세 조정
speech-keys-confirm = 전환 지점 확정
speech-working = 녹음 분석 중: { $total }개 중 { $done }개
speech-listening = 전환 지점을 찾고 있어요…
speech-keys-forget = 자동 감지 위치로 되돌리기
speech-after-cue = { $language }까지 { $secs }초
speech-cannot-tell = 자동으로 찾지 못했어요. { $language }가 시작되는 지점을 표시해 주세요
speech-automatic = 자동 감지됨
speech-confirmed = 직접 확정함
speech-move = 위치 조정
speech-set = 표시
speech-confirm = 확정
speech-give-up = 취소
speech-to-automatic = 자동 감지로
speech-handle = { $language }가 시작되는 지점
speech-part-end = 말 마무리 { $secs }
speech-part-silence = 침묵 { $secs }
speech-part-sounds = 첫소리 { $secs }
speech-seconds = { $secs }초
speech-star-at = { $part }, { $time }
speech-situation-letter = S
speech-task-letter = T
speech-action-letter = A
speech-result-letter = R
speech-cards = 녹음 탭
speech-card-pauses = 멈춤
speech-card-measures = 수치
speech-card-next = 다음 탭
speech-next-pause = 다음 멈춤
speech-next-pause-what = 다음으로 긴 멈춤 듣기
speech-pause-none = 1초 넘게 멈춘 곳이 없어요
speech-pause-hear = { $time }에 { $secs }초 멈춘 곳 듣기
speech-pause-cause = { $time } 멈춤: { $cause }
speech-pause-switch = 전환
speech-cause-word = 단어
speech-cause-grammar = 문법
speech-cause-content = 내용
speech-cause-nerves = 긴장
speech-cause-breath = 호흡
speech-unknown-yet = 녹음 분석이 끝나면 수치가 나와요
speech-unknown = 분석할 소리가 없어요
speech-no-voice = 이 녹음에서는 목소리가 들리지 않았어요
speech-none = –
speech-percent = { $percent }%
speech-per-min = 분당 { $count }번
speech-per-sec = 초당 { $count }
speech-phonation = 말한 시간
speech-phonation-what = 첫마디부터 마지막 말까지 중에서 실제로 말한 시간의 비율이에요
speech-run = 한 번에 말한 길이
speech-run-what = 0.25초 넘게 멈추지 않고 평균 몇 초를 이어 말했는지예요
speech-pauses-per-min = 멈춘 횟수
speech-pauses-per-min-what = 말한 시간 1분마다 0.25초 넘게 멈춘 횟수예요
speech-median = 평소 멈춤
speech-median-what = 멈춤의 절반은 이보다 길지 않아요 (중앙값)
speech-p90 = 긴 멈춤
speech-p90-what = 멈춤 열 번 중 아홉 번은 이보다 길지 않아요 (90번째 백분위수)
speech-longest = 가장 긴 멈춤
speech-longest-what = 말과 말 사이에서 가장 길었던 침묵이에요
speech-first-voice = 첫마디까지
speech-first-voice-what = 녹음이 시작되고 첫마디가 나오기까지 걸린 시간이에요
speech-rate = 음절 수
speech-rate-what = 말한 시간 1초마다 들린 음절 수예요 (조음 속도). 프로그램이 추정한 값이라 한 언어 안에서 흐름만 보세요
speech-around = 전환 전후
speech-before = 전
speech-after = 후
speech-recovery = 원래 속도로 돌아오기까지
speech-recovery-what = 새 언어를 시작하고 나서 말한 시간의 비율이 전환 전의 80%로 돌아오기까지 걸린 시간이에요
speech-recovery-none = 이번 답에는 없어요
speech-around-none = 신호 전이나 전환 후의 말이 짧아서 비교할 수 없어요
speech-star = STAR
speech-star-line = { $part }: 전체 시간의 { $time }, 말한 시간의 { $voice }, 목표 { $aim }
speech-star-values = { $secs }초 · { $time } · 말한 시간 { $voice } · 목표 { $aim }
speech-star-before-action = 행동까지 { $secs }초
speech-limits = 자동 분석의 한계
speech-limit-language = 어느 언어로 말하는지는 구별하지 못해요. 전환 신호와 멈춤, 직접 남긴 표시만 보고 추정해요.
speech-limit-content = 말의 내용이나 문장이 끝나는 곳은 알 수 없어요.
speech-limit-um = “어…”, “음”도 말한 시간에 들어가요.
speech-limit-rates = 한국어와 영어의 속도는 서로 비교할 수 없어요. 같은 언어끼리만 비교하세요.

## Progress

screen-progress = 추이
progress-review-back = 추이로 돌아가기
progress-title = 추이
progress-secs = { $secs }초
progress-percent = { $share }%
progress-times = { $count }번
progress-direction = 전환 방향
progress-way = 전환 방식
progress-way-sudden = 갑작스러운 전환
progress-way-foreseen = 예고된 전환
progress-way-rescue = 시간 벌기 문장
progress-usual-english = 영어로 이어 말하기까지 평소 { $secs }
progress-usual-korean = 한국어로 이어 말하기까지 평소 { $secs }
progress-usual-rescue = 시간 벌기 문장을 꺼내기까지 평소 { $secs }
progress-few = 전환을 { $left }번만 더 하면 평소 전환 속도를 알 수 있어요
progress-no-switch = 이 방향으로는 아직 전환하지 않았어요
progress-no-switch-how = 연습 화면의 ‘말할 언어’에서 { $plan } 항목을 고르고, 신호가 나올 때까지 답해 보세요.
progress-change-later = 전환이 { $need }번 쌓이면 변화를 알려 드려요. (지금 { $have }번)
progress-no-change = 처음 다섯 번과 비교해 뚜렷한 변화는 없어요.
progress-sooner = 처음 { $first }에서 { $latest }로 짧아졌어요. 평소 편차({ $spread })보다 큰 변화예요.
progress-later = 처음 { $first }에서 { $latest }로 길어졌어요. 평소 편차({ $spread })보다 큰 변화예요.
progress-no-change-short = 뚜렷한 변화 없음
progress-change-later-short = 변화는 답 { $need }개부터 표시돼요 (지금 { $have }개)
progress-up-from = 처음 { $first }에서 늘었어요
progress-down-from = 처음 { $first }에서 줄었어요
progress-unclear = 자동으로 찾지 못한 전환이 { $count }번 있어요. 돌아보기에서 전환 지점을 표시해 주세요.
progress-latency = 신호부터 이어 말하기까지
progress-phonation = 말한 시간
progress-pauses = 분당 멈춘 횟수
progress-run = 한 번에 말한 길이
progress-plot = 신호부터 이어 말하기까지, 전환 { $count }번
progress-plot-none = 전환할 때마다 여기에 점이 하나씩 찍혀요
progress-take = { $moment }, { $secs }, { $by }
progress-by-you = 직접 표시
progress-by-sound = 자동 감지
progress-week-of = { $day } 주간: 중앙값 { $secs }, 전환 { $count }번
progress-legend-you = 직접 표시
progress-legend-sound = 자동 감지
progress-legend-week = 주간 중앙값과 중간 50% 구간
progress-this-week = 이번 주
progress-own = 내 평소 기록
progress-start-korean = 한국어로 시작하기까지
progress-start-english = 영어로 시작하기까지
progress-cost-korean = 한국어로 바꿀 때 더 걸리는 시간
progress-cost-english = 영어로 바꿀 때 더 걸리는 시간
progress-range = 최근 답 { $count }개에서 { $least }~{ $most }
progress-from-five = 답 5개부터 표시돼요 (지금 { $have }개)
progress-cost-parts = 신호 후 { $switch }, 처음 시작 { $start }
progress-cost-from-five = 갑작스러운 전환 5번과 처음 시작 5번부터 표시돼요
progress-own-how = ‘시작하기까지’는 녹음이 시작되고 첫마디가 나오기까지 걸린 시간이에요.
progress-from-the-start = 답의 처음부터
progress-after-switch = 전환한 뒤
progress-fluency-none = 10초 이상 말한 답부터 분석해요.
progress-usual = 최근 다섯 번
progress-twins = 같은 질문, 두 언어
progress-twins-none = 같은 질문에 전부 한국어로 한 번, 전부 영어로 한 번 답하면 여기에서 비교할 수 있어요.
progress-twins-times = { $ratio }배
progress-twins-ratio = 길이
progress-twins-pauses = 분당 멈춤
progress-twins-row = { $part }: 한국어 { $korean }, 영어 { $english }, 길이 { $ratio }배, 분당 멈춤 { $before }번과 { $after }번
progress-part-all = 답 전체
progress-causes = 멈춘 이유
progress-causes-none = 돌아보기에서 멈춘 이유를 표시하면 여기에 모여요.
progress-cause-word = 단어
progress-cause-grammar = 문법
progress-cause-content = 내용
progress-cause-nerves = 긴장
progress-cause-breath = 호흡
progress-cause-row = { $language }: { $cause } { $count }번
progress-left-out = 녹음 품질이 낮은 답 { $count }개는 뺐어요.
progress-unheard = 아직 분석하지 않은 답이 { $count }개 있어요.
progress-limits = 이 수치의 한계
progress-limits-language = 어느 언어로 말했는지는 구별하지 못해요. 신호와 직접 남긴 표시를 기준으로 해요.
progress-limits-content = 말의 내용이나 문장이 끝나는 곳은 알 수 없어요.
progress-limits-um = “어…”, “음”도 말한 시간에 들어가요.
progress-limits-compare = 한국어와 영어의 속도는 서로 비교할 수 없어서, 언어별로 따로 보여 줘요.
progress-limits-heard = 사람이 느낄 만하고 평소 편차보다 클 때만 변화로 봐요. 처음 다섯 번과 최근 다섯 번을 비교해요.
progress-empty = 전환을 세 번 하면 그래프가 나와요
progress-empty-how = { $plan } 항목을 고르고 소리 내어 답하다가, 신호가 나오면 다른 언어로 이어 말해 보세요.
progress-empty-then = 다섯 번부터는 평소 전환 속도를 알 수 있어요.

## Drill: rounds, styles of the switch, taps

drill-screen = 전환 훈련
drill-keys-style = 전환 방식 바꾸기
drill-keys-part = STAR의 한 부분이 시작된 곳
drill-keys-start = 훈련 시작·이어서 하기
drill-keys-open = 번호로 답 열기
drill-keys-end = 훈련 끝내기
drill-style = 전환 방식
drill-style-sudden = 예고 없이
drill-style-announced = 30초 전 예고
drill-style-result = 결과만 다시
drill-style-whole = 전부 다시
drill-announced-to-english = 말하는 도중에 영어로 바꿔요. 30초 전에 미리 알려 드려요
drill-announced-to-korean = 말하는 도중에 한국어로 바꿔요. 30초 전에 미리 알려 드려요
drill-result-to-english = 한국어로 답한 다음, 결과만 영어로 다시 말해요
drill-result-to-korean = 영어로 답한 다음, 결과만 한국어로 다시 말해요
drill-whole-to-english = 한국어로 답한 다음, 전부 영어로 다시 말해요
drill-whole-to-korean = 영어로 답한 다음, 전부 한국어로 다시 말해요
drill-think-ladder = 생각할 시간 · 단계별 압박
drill-soon-english = 곧 영어로 바꿔요 · { $time }
drill-soon-korean = 곧 한국어로 바꿔요 · { $time }
drill-again-result-english = 이제 결과만 다시, 영어로 말해 보세요
drill-again-result-korean = 이제 결과만 다시, 한국어로 말해 보세요
drill-again-whole-english = 이제 처음부터 다시, 영어로 말해 보세요
drill-again-whole-korean = 이제 처음부터 다시, 한국어로 말해 보세요
drill-interviewer = 면접관
drill-interruption-english = Let me stop you there: what was the outcome?
drill-interruption-korean = 잠깐만요, 핵심만 짧게 말해 주세요.
drill-take-of = { $of }번 중 { $number }번째
drill-round-to-english = 한국어로 답하다가, 신호가 나오면 영어로 이어 말해요
drill-round-to-korean = 영어로 답하다가, 신호가 나오면 한국어로 이어 말해요
drill-round-rescue = 한국어로 답하다가, 신호가 나오면 영어로 시간 벌기 문장을 말해요
drill-end = 훈련 끝내기
drill-skip = 건너뛰기
drill-kinds = 훈련 종류
drill-kind-answers = 답하다가 전환하기
drill-kind-answers-what = { $secs }초씩 { $count }번, 매번 다른 질문에 답해요. 신호가 나오면 다른 언어로 이어 말해요.
drill-kind-rescue = 시간 벌기 문장
drill-kind-rescue-what = { $secs }초씩 { $count }번, 신호가 나오면 { $target }초 안에 내 시간 벌기 문장을 영어로 말해요.
drill-how = 이번 훈련
drill-direction = 언어
drill-catch = 신호 없는 답의 비율
drill-catch-what = 신호가 언제 나올지 예상할 수 없게, 신호 없는 답을 섞어요
drill-catch-percent = { $percent }%
drill-lines = 내 시간 벌기 문장
drill-lines-what = 말이 막힐 때 시간을 벌어 주는 영어 문장을 세 개에서 다섯 개 적어 두세요. 훈련하는 동안에는 보이지 않아요.
drill-line = 문장 { $number }
drill-line-hint-1 = That’s a good question. Let me think for a second.
drill-line-hint-2 = Let me put that more simply.
drill-line-hint-3 = Give me a moment to find the right example.
drill-line-hint-more = 하나 더
drill-start = 훈련 시작
drill-blocked-opening = 보관함을 여는 중이에요
drill-blocked = 보관함이나 질문이 없어 시작할 수 없어요
drill-under-way = 훈련 중이에요
drill-go-on = 이어서 하기
drill-result = 훈련 결과
drill-again = 한 번 더
drill-secs = { $secs }초
drill-median = 신호 후 첫마디까지 걸린 시간의 중앙값
drill-range = { $count ->
    [1] 신호 { $cues }번 중 1번을 쟀어요
   *[other] 신호 { $cues }번 중 { $count }번을 쟀어요 · 가장 빠를 때 { $least }초, 가장 느릴 때 { $most }초
}
drill-within = { $target }초 안에 말한 횟수
drill-within-of = { $count } / { $all }
drill-median-is = 중앙값 { $secs }초
drill-none-known = 걸린 시간은 아직 알 수 없어요
drill-listening = 답을 분석하고 있어요…
drill-listening-do = 신호 후 첫마디까지 걸린 시간이 곧 여기에 나와요.
drill-none-known-do = 답을 열어 전환 지점을 표시하면 여기에 나와요.
drill-no-cues = 이번에는 신호가 한 번도 나오지 않았어요
drill-no-cues-do = 그것도 훈련이에요. ‘신호 없는 답의 비율’을 낮추면 더 자주 나와요.
drill-takes = 답 { $count }개
drill-cue-at = { $time }에 신호
drill-cue-none = 신호 없음
drill-cue-not-yet = 신호 전에 끝남
drill-unknown = 전환 지점을 직접 표시해 주세요
drill-awaited = 분석 중…
drill-quick = { $target }초 이내
drill-slow = { $target }초 초과
drill-ladder = 단계별 압박
drill-ladder-what = 같은 질문에 다시 답할수록 생각할 시간이 30초, 10초, 0초로 줄고, 2분이 되면 면접관이 말을 끊어요
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
today-keys-start = 다음 할 일 시작하기
today-keys-move = 다른 항목 고르기
today-keys-put-off = 오늘은 건너뛰기
today-keys-tell = 이 이야기 세 번 말하기
today-until-unset = 오늘도 하나씩 답해 봐요
today-until-ahead = 면접까지 { $days }일
today-until-now = 오늘이 면접 날이에요
today-until-past = { $days ->
    [1] 면접은 어제였어요
   *[other] 면접은 { $days }일 전이었어요
}
today-what-first = 직무를 고르고, 면접 날짜를 알면 적고, 첫 질문에 답해 보세요
today-what-unset = 하루에 세 개면 충분해요. 면접 날짜를 적으면 계획을 세워 드려요.
today-what-ahead = { $gaps ->
    [0] 모든 원칙에 답했어요. 하루 { $goal }개씩 답하며 감을 이어 가요.
   *[other] 아직 답하지 않은 원칙 { $gaps }칸 · 하루 { $goal }개씩
}
today-what-ahead-full = 아직 답하지 않은 원칙이 { $gaps }칸이라 날짜 안에 다 채우기는 어려워요. 직무에 중요한 것부터 하루 { $goal }개씩
today-what-now = 목을 풀 겸 하나만 답해도 충분해요. 나머지는 내려놓으세요.
today-what-past = 수고하셨어요. 다음 면접이 잡히면 새 날짜를 넣어 주세요.
today-role = 직무
today-role-none = 직무 고르기
today-role-own = 가중치 파일 직접 수정…
today-date = 면접 날짜
today-date-hint = 12월 1일
today-date-fault = 달력에 없는 날짜예요. 2026-12-01처럼 적어 주세요.
today-date-earlier = 하루 당기기
today-date-later = 하루 미루기
today-date-clear = 날짜 지우기
today-list = 오늘 { $done } / { $goal }개
today-start-first = 첫 질문에 답하기
today-start = 시작하기
today-more = 하나 더
today-done = 했어요
today-all-done = 오늘 할 일은 다 했어요. 나머지는 내일 해도 돼요.
today-nothing = 오늘 꼭 할 건 없어요. 더 하면 보너스예요.
today-no-questions = 추천할 질문이 없어요. 보관함의 packs 폴더에 질문 팩을 넣고 Retake를 다시 시작하세요.
today-opening = 보관함을 여는 중이에요…
today-to-settings = 설정으로 가기
today-not = 오늘은 건너뛰기
today-why-restart = 지난번에 이어 말하기까지 { $secs }초 걸렸어요
today-why-rated = 지난번에 스스로 { $mean }점을 줬어요
today-why-chain = 지난번 { $depth }번째 꼬리질문에서 막혔어요
today-why-never-korean = 한국어로 답한 적이 없어요
today-why-never-english = 영어로 답한 적이 없어요
today-why-due = { $days ->
    [1] 다시 답할 때예요 · 어제 답함
   *[other] 다시 답할 때예요 · { $days }일 전에 답함
}
today-why-not-heard = { $days }일 동안 답하지 않았어요
today-chosen = 오늘 할 일
today-back = 오늘로 돌아가기
today-tell = 한 이야기 세 번 말하기
today-tell-what = 같은 이야기를 3분, 2분, 1분 30초로 줄여 가며 말해요. 줄이지 않고 3분씩 세 번 말해도 돼요.
today-tell-times = 한 번에 말할 시간
today-tell-times-less = 3분 · 2분 · 1분 30초
today-tell-times-equal = 3분씩 세 번
today-tell-none = 먼저 질문 하나에 답하면 여기에서 다시 말해 볼 수 있어요
today-tell-compared = 지난 결과 다시 보기
today-tell-start = 세 번 말하기
today-tell-go-on = 이어서 하기
today-tell-waiting = { $of }번 중 { $number }번째 차례예요
today-telling-of = { $of }번 중 { $number }번째 · { $time }
today-telling-place = 다시 말하기 { $of }번 중 { $number }번째
today-telling-end = 여기서 끝내기
today-result = 같은 이야기를 다시 말했을 때
today-result-number = { $number }번째
today-result-limit = { $time }까지
today-result-length = 길이
today-result-length-what = 첫마디부터 마지막 말까지
today-result-rate = 초당 음절 수
today-result-rate-what = 말하는 동안만, 같은 언어 안에서만 비교해요
today-result-pauses = 분당 멈춘 횟수
today-result-pauses-what = 말한 시간 기준, 0.25초 이상 멈춘 것
today-result-run = 한 번에 말한 길이
today-result-run-what = 멈추지 않고 말한 평균 시간(초)
today-result-voice = 말한 시간
today-result-voice-what = 첫마디부터 마지막 말까지 중에서
today-result-awaited = 아직 분석 중이에요
today-result-unknown = 목소리를 찾지 못한 답이 있어서 비교할 수 없어요
today-result-one = 한 번만으로는 달라졌는지 알 수 없어요
today-result-same = 말 속도 차이가 5%보다 작아요. 귀로는 알아채기 어려워요.
today-result-faster = 마지막 답이 처음보다 { $percent }% 빨랐어요. 이번만 그런 건지는 다른 날 다시 재 봐야 알 수 있어요.
today-result-slower = 마지막 답이 처음보다 { $percent }% 느렸어요. 느린 게 나쁜 건 아니에요. 둘 다 들어 보세요.

## Interview

interview-screen = 모의 면접
interview-keys-start = 면접 시작·이어서 하기
interview-keys-pause = 면접 잠시 멈추기
interview-keys-skip-break = 휴식 끝내기
interview-of = 면접관 { $number } / { $of }
interview-left = { $time } 남음
interview-time-up = 시간이 다 됐어요 · 이번 답까지만
interview-minutes-left = { $minutes }분 남음
interview-pauses = 이 답을 마치면 멈춰요
interview-general = 준비한 질문이 다 나와서 일반 질문이에요
interview-pause = 잠시 멈추기
interview-next = 다음 면접관
interview-story-again = ‘{ $story }’ 이야기는 이번 면접에서 이미 했어요
fault-broken-session = 면접 기록 하나를 읽을 수 없어요.
fault-broken-session-do = 그 면접의 답과 나머지는 모두 그대로예요. 그 파일은 건드리지 않았어요.
interview-recruiter = 리크루터 통화
interview-recruiter-what = 30분 동안 지금까지의 경력, 이직하려는 이유, 희망 조건을 물어봐요
interview-screen-call = 전화 면접
interview-screen-call-what = 면접관 한 명이 시나리오 하나를 깊게 묻거나 원칙 두세 개를 물어봐요
interview-first = 1차 면접
interview-first-what = 30분씩 두 번. 한 번은 기술, 한 번은 인성 면접이에요
interview-loop = 루프 면접
interview-loop-what = 면접관 네다섯 명이 차례로 깊이 물어보고, 사이사이 쉬어요
interview-own = 직접 정하기
interview-own-title = 직접 구성한 면접
interview-own-what = 면접관 수와 시간, 쉬는 시간을 골라요
interview-minutes = { $minutes }분
interview-hours = { $hours }시간
interview-hours-minutes = { $hours }시간 { $minutes }분
interview-asks-experience = 경험
interview-start = 시작하기
interview-start-new = 새로 시작하기
interview-blocked = 보관함과 질문이 있어야 면접을 시작할 수 있어요. 설정과 질문 팩을 확인해 주세요.
interview-which = 어떤 면접인가요?
interview-how = 진행 방식
interview-interviewers = 면접관 수
interview-each = 한 명당 시간
interview-break = 쉬는 시간
interview-no-break = 없음
interview-topic = 기술 주제
interview-languages = 언어
interview-request = 면접 중 한 번, 예고 없이 영어로 이어 말하라는 요청이 나와요.
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
interview-total = 전체 시간
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
interview-twice = 두 번 말한 이야기
interview-twice-story = ‘{ $story }’ 이야기를 질문 { $count }개에서 했어요
interview-twice-what = 면접관들은 서로 메모를 비교해요. 다른 이야기를 하면 다른 면도 보여 줄 수 있어요.
interview-tired = 초반·중반·후반
interview-figure-start = 첫마디까지
interview-figure-longest = 가장 긴 멈춤
interview-figure-pauses = 분당 멈춘 횟수
interview-few = 비교하기에는 답이 적어요 ({ $have } / { $need })
interview-same = 처음 다섯 답과 마지막 다섯 답 사이에 뚜렷한 차이가 없어요
interview-sooner = 마지막 다섯 답이 처음 다섯 답보다 빨라졌어요
interview-later = 마지막 다섯 답이 처음 다섯 답보다 늦어졌어요
interview-fewer = 마지막 다섯 답이 처음 다섯 답보다 줄었어요
interview-more = 마지막 다섯 답이 처음 다섯 답보다 늘었어요
interview-third-first = 초반
interview-third-middle = 중반
interview-third-last = 후반
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
stories-untitled = 제목 없는 이야기
stories-capture = 60초 동안 말로 남기기
stories-keys-capture = 60초 동안 이야기를 말로 남기기
stories-keys-tab = 목록·원칙별 보기 전환
stories-keys-move = 이야기 고르기
stories-keys-language = 다른 언어로 쓴 내용 보기
stories-keys-told = 이 답에 쓴 이야기 고르기
stories-keys-play = 녹음한 이야기 재생
stories-tab = 이야기
stories-tab-coverage = 원칙별 보기
stories-side = 보기 방식
stories-opening = 이야기를 불러오고 있어요
stories-empty = 미리 정리한 경험이 면접에서 힘이 돼요
stories-empty-how = 1학년 때부터 해 온 일을 적어 보세요. 어떤 상황에서 어떤 역할로 무엇을 했고, 결과는 어땠는지요.
stories-empty-then = 지금 떠오르는 대로 말로 남기고 나중에 정리해도 좋아요.
stories-choose = 왼쪽에서 이야기를 고르거나 새로 시작해 보세요
stories-never-told = 아직 말한 적 없음
stories-takes = { $count }번 말함
stories-today = 오늘
stories-days-ago = { $days ->
    [1] 어제
   *[other] { $days }일 전
}
stories-overloaded = 자주 씀
stories-overloaded-why = 자주 쓴 이야기예요. 원칙 네 개나 전체 답의 절반에 이 이야기를 쓰고 있어요
stories-broken = { $name } 파일을 읽을 수 없어요
stories-read-only = 더 최신 버전에서 쓴 이야기이거나 보관함에 저장할 수 없어요. 여기서는 읽을 수만 있어요.
stories-back = 목록으로
stories-delete = 이야기를 휴지통으로 옮기기
stories-open-file = 파일 열기
stories-saving = 저장하는 중…
stories-captured-play = 처음 녹음 듣기
stories-captured-pause = 처음 녹음 일시 정지
stories-captured-gone = 처음 녹음이 보관함에 없어요
stories-title = 제목
stories-title-hint = 이 이야기의 이름
stories-principles = 원칙
stories-principles-choose = 원칙 고르기
stories-language = 쓰는 언어
stories-situation-hint = 언제, 어디서, 왜 중요한 일이었는지
stories-task-hint = 내가 해내야 했던 것
stories-action-hint = 내가 결정하고 한 일. ‘우리’ 말고 ‘나’
stories-result-hint = 결과가 어땠는지, 숫자로
stories-numbers = 숫자
stories-numbers-hint = 한 줄에 하나씩. 예: p99 800 ms → 120 ms
stories-tags = 태그
stories-tags-hint = 쉼표로 구분해 적으세요
stories-notes = 이야기 메모
stories-notes-hint = 그 밖에 적어 둘 것
stories-age-today = 오늘
stories-age-days = { $count ->
    [1] 어제
   *[other] { $count }일 전
}
stories-age-weeks = { $count }주 전
stories-age-months = { $count }달 전
stories-coverage-none = 이야기를 하나 만들면 어떤 원칙에 썼는지 여기에 보여요.
stories-coverage-all = 모든 원칙에 이야기가 있어요. 칸을 누르면 바로 연습해요.
stories-coverage-some = 이야기가 없는 원칙이 { $count }개 있어요. 칸을 누르면 바로 연습해요.
stories-coverage-role = 이야기가 없는 원칙이 { $count }개 있고, 그중 { $heavy }개는 지원하는 직무에서 자주 물어봐요. 칸을 누르면 바로 연습해요.
stories-any = 모든 답
stories-never = 아직 없음
stories-scores = 최근 { $latest }점, 최고 { $best }점
stories-deep = 꼬리질문 { $count }개까지
stories-practise = 누르면 연습해요
stories-legend-korean = 한국어, 횟수·마지막으로 말한 때
stories-legend-english = 영어
stories-legend-stale = 2주 지남
stories-legend-empty = 아직 없음
stories-told = 말한 이야기
stories-told-none = 이야기 고르기
stories-told-nothing = 이야기 없음
stories-gone = 찾을 수 없는 이야기: { $name }
stories-new-here = 이 답으로 새 이야기 만들기
stories-for = 이 이야기로: { $title }
stories-for-forget = 이야기를 정하지 않고 답하기
stories-capture-back = 이야기로 돌아가기
stories-twins = 두 언어의 가장 최근 답
stories-fault-broken = 읽을 수 없는 이야기가 있어요.
stories-fault-broken-do = 다른 이야기는 그대로 있어요. 파일을 고치거나 폴더에서 옮겨 주세요.
stories-fault-conflict = 같은 이야기가 여기와 다른 프로그램에서 동시에 바뀌었어요.
stories-fault-conflict-do = 여기서 쓴 내용을 남겼어요. 다른 쪽은 별도 이야기로 저장했으니 필요한 부분을 가져오세요.

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
chain-interrupt = 말 끊고 질문받기
chain-back = 답으로 돌아가기
chain-card = 꼬리질문
chain-depth = 꼬리질문 { $depth }
chain-step = { $depth }단계
chain-asks = 면접관 · { $what }
chain-first = 질문
chain-deep = 꼬리질문 { $depth }개
chain-hangs = 원래 질문: { $question }
chain-score = 점수
chain-start = 첫마디
chain-pause = 가장 긴 멈춤
chain-row = { $what }: { $question }, 점수 { $score }, 첫마디 { $start }, 가장 긴 멈춤 { $pause }
chain-only = 아직 답한 꼬리질문이 없어요
chain-only-do = 꼬리질문을 받아 보세요. 깊어질수록 첫마디가 늦어지는지, 멈춤이 길어지는지 여기에서 볼 수 있어요.
chain-points-card = 핵심
chain-points = 좋은 답에 들어갈 내용
chain-points-said = { $all }개 중 { $said }개 말함
chain-topic-menu = CS 기초: 주제 고르기
chain-topic-ask = 어떤 주제로 이야기해 볼까요?
chain-topic-none = 아직 답하지 않음
chain-topic-choose = 주제를 먼저 고르세요
chain-broke-in = { $time } 면접관이 끼어듦

## The interviewer’s voice

reading-setting = 질문 읽어 주기
reading-setting-what = 컴퓨터에 있는 음성으로 읽어요. 마이크가 켜져 있을 때는 읽지 않아요
reading-off = 끄기
reading-aloud = 읽어 주기
reading-listen-only = 듣기만
reading-looking = 음성을 찾고 있어요…
reading-found = { $program }의 음성으로 읽어요
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
reading-no-program = 음성 읽기 프로그램이 없어요.
reading-no-program-do = speech-dispatcher나 espeak-ng를 설치한 다음 다시 골라 주세요.
reading-no-program-do-system = 시스템의 음성 읽기 기능을 켠 다음 다시 골라 주세요.
reading-no-korean = 한국어 음성이 없어요.
reading-no-english = 영어 음성이 없어요.
reading-no-voice-do = 시스템 설정에서 음성을 추가해 주세요. 그때까지 그 질문은 글로 보여 드려요.
reading-hangs = 음성 읽기 프로그램이 응답하지 않아서 껐어요.
reading-failed = 질문을 소리 내어 읽지 못했어요.
reading-fault-do = 대신 글로 보여 드려요. 또 그러면 설정에서 읽어 주기를 꺼 주세요.

## Sentences said again

mend-say-again = 이 문장 다시 말하기
mend-head-english = 이 문장만 다시, 영어로 말해 보세요
mend-head-korean = 이 문장만 다시, 한국어로 말해 보세요
mend-where = 내 답의 { $from } – { $to }
mend-back = 답으로 돌아가기
mend-choose = 답에서 들을 녹음
mend-first = 처음 말한 것
mend-take = 다시 { $number }
mend-hear = 재생: { $what }
mend-stop = 일시 정지: { $what }
mend-delete = 삭제: { $what }
mend-lost = 고른 녹음이 휴지통에 있어요. 되돌릴 때까지 처음 말한 것이 들려요.
mend-no-sentence = 여기에는 문장이 없어요. 문장이 있는 곳으로 옮겨 다시 해 보세요.
mend-nothing = 아직 다시 말한 문장이 없어요.
mend-list = 다시 말한 문장
mend-assembled = 이어 붙임
mend-hear-assembled = 다시 말한 문장을 넣어 듣기
mend-hear-recorded = 녹음 그대로 듣기
mend-save = 이어 붙인 답 저장…
mend-saved = 이어 붙인 답을 저장했어요: { $folder }
mend-heard-first = { $from } – { $to } · 처음 말한 것
mend-heard-take = { $from } – { $to } · 다시 { $number } / { $of }
mend-heard-lost = { $from } – { $to } · 고른 녹음이 휴지통에 있어 처음 말한 것
mend-file-comment = Retake에서 이어 붙인 답이에요. 다시 말한 문장이 원래 문장을 대신해요.
mend-keys-assembled = 다시 말한 문장을 넣어 듣기, 또는 녹음 그대로
mend-keys-first = 처음 말한 문장 듣기
mend-keys-choose = 들을 녹음 고르기
mend-keys-hear = 고른 녹음 듣기
mend-keys-delete = 고른 녹음 삭제

## Export

export-all = 모든 답 내보내기
export-keys-shown = 보이는 답 내보내기
export-ask-all = 답 { $count }개를 모두 내보낼까요?
export-ask-shown = 보이는 답 { $count }개를 내보낼까요?
export-yes = 내보내기
export-running = 내보내는 중: { $total }개 중 { $done }개
export-cancel = 취소
export-done = Markdown과 CSV로 내보냈어요: { $folder }
export-open = 폴더 열기
export-count = 답 { $count }개
export-story = 이야기: { $title }
export-scores = 점수 { $mean } ({ $lines })
export-figures = 첫마디까지 { $start }초 · 가장 긴 멈춤 { $longest }초 · 분당 { $pauses }번 멈춤
export-switch = 신호 후 다른 언어까지 { $secs }초
export-sound = 소리

# 창을 열 수 없을 때.
no-window-opengl = Retake 창을 열 수 없어요. 화면을 그리는 데 필요한 OpenGL이 이 컴퓨터에 없어요.
no-window-opengl-linux = 설치한 뒤 Retake를 다시 시작하세요. Debian, Ubuntu: sudo apt install libegl1 libgl1 libgl1-mesa-dri. Fedora: sudo dnf install mesa-dri-drivers mesa-libEGL. Arch: sudo pacman -S mesa.
no-window-opengl-windows = 그래픽 카드 제조사의 최신 드라이버나 Microsoft Store의 ‘OpenCL 및 OpenGL 호환 기능 팩’을 설치한 뒤 Retake를 다시 시작하세요.
no-window-opengl-mac = macOS를 최신으로 업데이트한 뒤 Retake를 다시 시작하세요.
no-window-display = Retake 창을 열 수 없어요. 그릴 화면이 없어요. 데스크톱에서 시작하세요. ssh로 접속했다면 DISPLAY나 WAYLAND_DISPLAY가 없어서 그래요.

## 표시

marks-card = 표시
marks-none = 아직 표시가 없어요. 들으면서 { $key } 키를 누르면 그 순간이 표시돼요.
marks-kind = { $time } 표시의 종류
marks-kind-free = 표시
marks-kind-say-again = 다시 말하기
marks-kind-stuck = 막힘
marks-kind-good = 좋음
marks-text = { $time } 표시의 메모
marks-text-hint = 메모
marks-hear = { $time } { $kind } 듣기
marks-hear-what = 1초 앞부터 듣기
marks-delete = { $time } 표시 지우기
marks-named = { $time } { $kind }
marks-named-text = { $time } { $kind }: { $text }
marks-beyond = { $kind }, 녹음이 끝난 뒤
marks-beyond-note = 끝난 뒤
marks-cue = 전환 신호: { $language }
marks-interruption = 끼어듦
marks-first-word = 첫마디
marks-deleted = 표시를 지웠어요
marks-keys-here = 이 순간 표시하기
marks-keys-next = 다음 표시로
marks-keys-previous = 앞 표시로
marks-keys-kind = 표시 종류 바꾸기
marks-keys-delete = 고른 표시 지우기

# 자르기
trim-keys-from = 여기서 답 시작하기
trim-keys-to = 여기서 답 끝내기
trim-too-short = 0.5초도 남지 않아서 자르지 않았어요.
trim-loop = 이 부분만 남기기
trim-whole = 녹음 전체
trim-shown = 남긴 부분: { $from } – { $to }
trim-outside = 듣지 않는 부분: { $from } – { $to }

## How an answer is heard

playback-keys-phrase = 이전 구절, 다음 구절
playback-keys-loop = 이 구절 반복하기, 그만하기
playback-keys-cue = 전환 신호 앞뒤 반복하기
playback-keys-loop-start = 반복 시작점 옮기기
playback-keys-loop-end = 반복 끝점 옮기기
playback-keys-skip = 멈춤 건너뛰기 켜기, 끄기
playback-slower = 느리게
playback-faster = 빠르게
playback-usual = 원래 속도
playback-speed = 속도
playback-speed-value = { $speed }×
playback-loop = 반복
playback-loop-value = { $from }부터 { $to }까지 반복
playback-skip = 멈춤 건너뛰기
