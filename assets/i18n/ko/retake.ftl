# Words of Retake. Sections follow the screens; keys begin with the section's name.
# Sentence case, no full stop after a single sentence; banners have two sentences, each with one.

## Names

screen-practice = 연습
screen-review = 돌아보기
screen-timeline = 타임라인
screen-settings = 설정
language-korean = 한국어
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

## Shell: rail, banner, toast

## Practice

## Cue

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

## Timeline

## Settings

## Keys
