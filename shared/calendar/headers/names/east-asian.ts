import type { HeaderNames } from './header-names.ts';

/** With the names of the Japanese municipal event schema. */
export const japanese: HeaderNames = {
  sourceId: 'id, 識別子, イベントid, 管理番号, 予約番号',
  title:
    'タイトル, 名称, イベント名, 件名, 題名, 公演名, 催し名, 行事名, 催事名, イベント名称, イベント, 演目, 内容名, 公演タイトル',
  start: '開始, 日時, 開催日時, 開始日時, いつ, 公演日時',
  startDate: '開始日, 日付, 開催日, 公演日, 実施日, 開催日付, 開始年月日, 開催期間, 期間, 月日, 日程, 年月日',
  startTime: '開始時刻, 開始時間, 時間, 開催時間, 時刻, 開演, 開演時間, 開演時刻',
  year: '年',
  month: '月',
  day: '日',
  end: '終了, 終了日時, まで',
  endDate: '終了日, 最終日, 終了年月日',
  endTime: '終了時刻, 終了時間, 終演, 終演時間',
  duration: '所要時間, 上演時間, 長さ',
  allDay: '終日, 終日イベント',
  timeZone: 'タイムゾーン, 時間帯',
  description: '説明, 概要, 詳細, 内容, 備考, コメント, 詳細コメント, サブタイトル, メモ, 本文, 紹介文',
  channel: 'チャンネル',
  classifications: 'カテゴリ, カテゴリー, 分類, ジャンル, 種類, 種別, イベント種類, イベント種別, タグ',
  placeName: '市区町村, 都市, 市町村, エリア, 地域, 住所市区町村, 所在地市区町村',
  countryCode: '国, 国コード',
  locationName: '場所, 会場, 場所名称, 開催場所, 会場名, 部屋, ホール, 住所, 施設名, 開催会場',
  offerName: 'チケット名, 券種',
  offerUrl: 'url, リンク, チケット, チケットurl, ホームページ, ウェブサイト, サイト, 申込url, 公式サイト',
  capacity: '定員, 収容人数, 座席数, 席数',
  publishAs: '公開状態, ステータス',
  weekday: '曜日',
  ignore:
    '申込期限日, 申込期限時刻, 申込期限, 開場, 開場時間, 開場時刻, 受付時間, 更新日, 更新日時, 作成日, 登録日, 申込開始日, 申込終了日, 料金, 画像, 画像url, 料金基本, 連絡先電話番号',
};

/** With the names of the Korean national event schema. */
export const korean: HeaderNames = {
  sourceId: 'id, 아이디, 식별자, 관리번호, 행사번호',
  title: '제목, 이름, 행사명, 축제명, 공연명, 이벤트명, 명칭, 행사, 이벤트, 공연, 프로그램명, 강좌명, 행사제목',
  start: '시작, 일시, 시작일시, 개최일시, 언제, 공연일시, 행사일시',
  startDate:
    '시작일, 날짜, 시작일자, 개최일, 행사일, 공연일, 일자, 시작날짜, 행사시작일자, 축제시작일자, 축제시작일, 행사시작일, 기간, 개최일자, 행사기간, 공연시작일자',
  startTime: '시작시간, 시간, 시작시각, 시각, 개최시간, 공연시간, 행사시작시각, 행사시간',
  year: '연도, 년도, 년',
  month: '월',
  day: '일',
  end: '종료, 종료일시, 끝',
  endDate: '종료일, 종료일자, 종료날짜, 행사종료일자, 축제종료일자, 축제종료일, 행사종료일, 공연종료일자',
  endTime: '종료시간, 종료시각, 행사종료시각',
  duration: '소요시간, 기간분, 러닝타임, 관람시간',
  allDay: '하루종일, 종일',
  timeZone: '시간대, 표준시간대',
  description: '설명, 내용, 상세, 상세내용, 소개, 비고, 축제내용, 행사내용, 메모, 부제목, 공연내용, 상세설명',
  channel: '채널',
  classifications: '분류, 카테고리, 장르, 종류, 유형, 태그, 행사유형, 행사분류',
  placeName: '도시, 시군구, 지역, 시군구명',
  countryCode: '국가, 국가코드',
  locationName: '장소, 개최장소, 위치, 행사장소, 공연장소, 장소명, 주소, 홀, 공연장, 시설명, 강의실',
  offerName: '티켓명, 티켓종류',
  offerUrl: 'url, 링크, 홈페이지, 홈페이지주소, 웹사이트, 예매, 예매링크, 티켓, 사이트, 예매url',
  capacity: '정원, 수용인원, 좌석수',
  publishAs: '상태, 공개상태',
  weekday: '요일',
  ignore:
    '데이터기준일자, 등록일, 수정일, 신청기한, 접수기간, 입장시간, 접수시작일, 접수종료일, 요금, 이미지, 전화번호',
};
